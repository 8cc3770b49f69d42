'use client';

import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { type ButtonSize, type ButtonVariant, iconButtonClass } from './lib/buttonClass';
import { Tooltip } from './Tooltip';

export interface IconButtonProps
  extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** Its name: read out, and shown as a tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** As shown to people, for example `Ctrl B`. */
  readonly shortcut?: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly tooltipSide?: 'top' | 'bottom' | 'right';
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that is only an icon. For a toggle pass `aria-pressed`. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, shortcut, variant, size, tooltipSide, className, ...rest } = props;
  return (
    <Tooltip text={label} {...(shortcut && { shortcut })} {...(tooltipSide && { side: tooltipSide })}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={iconButtonClass({
          ...(variant && { variant }),
          ...(size && { size }),
          className: `aria-pressed:bg-primary-soft aria-pressed:text-primary-ink aria-expanded:bg-hover ${className ?? ''}`,
        })}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
