'use client';

import { cx } from '@hemicycle/ui/lib/cx';
import { Tooltip } from '@hemicycle/ui/Tooltip';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';

export interface ControlButtonProps
  extends Omit<ButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly icon: ReactNode;
  /** The word under the icon; on a narrow screen only the icon shows. */
  readonly word: string;
  /** What it does in full; begins with the word, so that it can be called by it. */
  readonly label: string;
  readonly shortcut?: string;
  readonly look?: 'plain' | 'off' | 'on' | 'leave';
  readonly badge?: number;
}

export const controlLooks = {
  plain: 'bg-tile text-ink hover:bg-line',
  off: 'bg-danger-soft text-danger hover:bg-danger-soft/75',
  on: 'bg-primary text-on-primary hover:bg-primary-hover',
  leave: 'bg-leave text-white hover:bg-leave/90',
} as const;

export const controlClass =
  'relative inline-flex h-12 max-w-[52px] min-w-0 flex-1 flex-col items-center justify-center gap-1 rounded-m text-2xs ' +
  'font-medium transition-colors select-none md:h-[60px] md:w-16 md:max-w-none md:flex-none forced-line ' +
  'data-[disabled]:opacity-45';

/** One of the call's controls: icon and word on one tile, where a thumb or a glance finds it. */
export function ControlButton(props: ControlButtonProps) {
  const { icon, word, label, shortcut, look = 'plain', badge = 0, ...rest } = props;
  return (
    <Tooltip text={label} {...(shortcut && { shortcut })}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={cx(controlClass, controlLooks[look], look === 'leave' && 'md:w-[76px]')}
      >
        {icon}
        <span aria-hidden="true" className="hidden max-w-full truncate px-0.5 md:block">
          {/* The space keeps word and count two words for those who call a control by what they see. */}
          {`${word} `}
        </span>
        {badge > 0 && (
          <span
            aria-hidden="true"
            className="absolute top-1 right-1 min-w-[18px] rounded-full bg-line-strong px-1 text-center text-2xs leading-[18px] font-semibold text-ink tabular md:right-2"
          >
            {badge > 99 ? '99+' : badge}
          </span>
        )}
      </AriaButton>
    </Tooltip>
  );
}
