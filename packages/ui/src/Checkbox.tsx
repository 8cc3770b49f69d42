'use client';

import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components/Checkbox';
import { Check, Minus } from './icons';
import { cx } from './lib/cx';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  readonly children?: ReactNode;
  readonly className?: string;
}

/** A choice that counts when the form is sent. */
export function Checkbox({ children, className, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...rest}
      className={cx(
        'group flex min-h-target cursor-pointer items-center gap-2.5 outline-none data-[disabled]:opacity-50',
        className,
      )}
    >
      {({ isIndeterminate }) => (
        <>
          <span
            aria-hidden="true"
            className="inline-flex size-[17px] shrink-0 items-center justify-center rounded-[5px] border border-line-control bg-surface text-on-primary transition-colors group-data-[selected]:border-primary group-data-[selected]:bg-primary group-data-[indeterminate]:border-primary group-data-[indeterminate]:bg-primary group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-focus [&_svg.lucide]:size-3"
          >
            {isIndeterminate ? <Minus /> : <Check className="invisible group-data-[selected]:visible" />}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}
