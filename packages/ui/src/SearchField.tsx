'use client';

import type { Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components/SearchField';
import { Search, X } from './icons';
import { cx } from './lib/cx';
import { inputClass } from './lib/fieldClass';

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> {
  /** Read out; also the placeholder unless one is given. */
  readonly label: string;
  readonly placeholder?: string;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A filter or search; Escape clears it. */
export function SearchField({ label, placeholder, className, inputRef, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField
      {...rest}
      aria-label={label}
      className={cx('group relative flex items-center', className)}
    >
      <Search className="pointer-events-none absolute left-3 text-ink-3" />
      <Input
        placeholder={placeholder ?? label}
        className={cx(inputClass, 'pl-9 pr-9 [&::-webkit-search-cancel-button]:hidden')}
        {...(inputRef && { ref: inputRef })}
      />
      <AriaButton className="absolute right-1.5 inline-flex size-6 items-center justify-center rounded-s text-ink-3 hover:bg-hover hover:text-ink group-data-[empty]:hidden touch:size-9">
        <X className="size-4" />
      </AriaButton>
    </AriaSearchField>
  );
}
