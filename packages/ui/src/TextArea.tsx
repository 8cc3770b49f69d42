'use client';

import type { Ref } from 'react';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { Field, type FieldProps } from './Field';
import { cx } from './lib/cx';
import { inputClass } from './lib/fieldClass';

export interface TextAreaProps
  extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'>,
    FieldProps {
  readonly placeholder?: string;
  readonly rows?: number;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; grows with its content where the browser can. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, description, error, placeholder, rows = 3, className, inputRef, ...rest } = props;
  return (
    <AriaTextField
      {...rest}
      {...(error !== undefined && { isInvalid: true })}
      className={cx('flex flex-col gap-1.5', className)}
    >
      <Field label={label} hideLabel={hideLabel ?? false} description={description} error={error}>
        <AriaTextArea
          rows={rows}
          className={cx(inputClass, 'field-sizing-content max-h-72 min-h-[5.5rem]! resize-y py-2')}
          {...(placeholder && { placeholder })}
          {...(inputRef && { ref: inputRef })}
        />
      </Field>
    </AriaTextField>
  );
}
