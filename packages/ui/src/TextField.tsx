'use client';

import type { Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { Field, type FieldProps } from './Field';
import { cx } from './lib/cx';
import { inputClass } from './lib/fieldClass';

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'>,
    FieldProps {
  readonly placeholder?: string;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. With `error` set it is shown as invalid. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, description, error, placeholder, className, inputRef, ...rest } = props;
  return (
    <AriaTextField
      {...rest}
      {...(error !== undefined && { isInvalid: true })}
      className={cx('flex flex-col gap-1.5', className)}
    >
      <Field label={label} hideLabel={hideLabel ?? false} description={description} error={error}>
        <Input
          className={inputClass}
          {...(placeholder && { placeholder })}
          {...(inputRef && { ref: inputRef })}
        />
      </Field>
    </AriaTextField>
  );
}
