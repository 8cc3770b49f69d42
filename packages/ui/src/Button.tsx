'use client';

import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { type ButtonSize, type ButtonVariant, buttonClass } from './lib/buttonClass';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** Shown before the words; decorative. */
  readonly icon?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A verb to act on. One `primary` a view. `isPending` keeps focus and ignores presses while the action runs. */
export function Button({ variant, size, icon, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={buttonClass({
        ...(variant && { variant }),
        ...(size && { size }),
        className: `data-[pending]:opacity-70 data-[pending]:cursor-progress ${className ?? ''}`,
      })}
    >
      {icon}
      {children}
    </AriaButton>
  );
}
