'use client';

import type { ReactNode } from 'react';
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup';
import { Field, type FieldProps } from './Field';
import { cx } from './lib/cx';

export interface RadioOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
}

export interface RadioGroupProps<V extends string> extends FieldProps {
  readonly options: readonly RadioOption<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  /** `cards`: side by side, each in a frame. */
  readonly look?: 'list' | 'cards';
  readonly isDisabled?: boolean;
}

const dot =
  'inline-flex size-[17px] shrink-0 items-center justify-center rounded-full border border-line-control bg-surface transition-[border-width,border-color] ' +
  'group-data-[selected]:border-[5px] group-data-[selected]:border-primary';

/** One of few, all in sight. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { options, value, onChange, look = 'list', isDisabled, ...field } = props;
  return (
    <AriaRadioGroup
      value={value}
      onChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
      {...(isDisabled && { isDisabled })}
      {...(field.error !== undefined && { isInvalid: true })}
      className="flex flex-col gap-2"
    >
      <Field {...field}>
        <div
          className={
            look === 'cards'
              ? 'grid gap-2 min-[480px]:grid-cols-[repeat(auto-fit,minmax(130px,1fr))]'
              : 'flex flex-col'
          }
        >
          {options.map((option) => (
            <Radio
              key={option.value}
              value={option.value}
              className={cx(
                'group flex cursor-pointer items-center gap-2.5 outline-none data-[disabled]:opacity-50',
                'data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-2 data-[focus-visible]:outline-focus',
                look === 'cards'
                  ? 'min-h-control rounded-m border border-line-strong bg-surface px-3 py-2 hover:border-line-control data-[selected]:border-primary data-[selected]:bg-primary-soft'
                  : 'min-h-9 rounded-s touch:min-h-11',
              )}
            >
              <span aria-hidden="true" className={dot} />
              {option.icon}
              <span className="flex flex-col">
                <span className="font-medium">{option.label}</span>
                {option.detail && <span className="text-sm text-ink-3">{option.detail}</span>}
              </span>
            </Radio>
          ))}
        </div>
      </Field>
    </AriaRadioGroup>
  );
}
