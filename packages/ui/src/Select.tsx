'use client';

import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Field, type FieldProps } from './Field';
import { Check, ChevronDown } from './icons';
import { cx } from './lib/cx';
import { inputClass } from './lib/fieldClass';
import { optionClass, popoverClass } from './lib/popoverClass';

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface SelectProps<V extends string> extends FieldProps {
  readonly options: readonly SelectOption<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  /** No frame: inside a row that has its own. */
  readonly quiet?: boolean;
  readonly className?: string;
}

/** One of a few. Type to find; arrows to move. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { options, value, onChange, placeholder, isDisabled, quiet, className, ...field } = props;
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
      {...(placeholder && { placeholder })}
      {...(isDisabled && { isDisabled })}
      {...(field.error !== undefined && { isInvalid: true })}
      className={cx('flex flex-col gap-1.5', className)}
    >
      <Field {...field}>
        <AriaButton
          className={cx(
            quiet
              ? 'inline-flex min-h-control max-w-full items-center rounded-s px-2 font-medium hover:bg-hover'
              : cx(inputClass, 'inline-flex items-center'),
            'gap-2 text-left',
          )}
        >
          <SelectValue className="min-w-0 flex-1 truncate data-[placeholder]:text-ink-3 [&_[data-only-listed]]:hidden [&>span]:inline [&>span>span]:inline" />
          <ChevronDown className="size-4 text-ink-3" />
        </AriaButton>
      </Field>
      <Popover
        className={cx(
          popoverClass,
          'min-w-(--trigger-width) max-w-[min(24rem,calc(100vw-16px))] overflow-auto p-1',
        )}
      >
        <ListBox items={options} className="outline-none">
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              {...(option.isDisabled && { isDisabled: true })}
              className={cx(optionClass, 'group')}
            >
              {option.icon}
              <span className="min-w-0 flex-1">
                <span className="block truncate">{option.label}</span>
                {option.detail && (
                  <span slot="description" data-only-listed="" className="block text-sm text-ink-3">
                    {option.detail}
                  </span>
                )}
              </span>
              <Check data-only-listed="" className="invisible size-4 group-data-[selected]:visible" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
