'use client';

import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { X } from './icons';

export interface ChipProps {
  readonly children: ReactNode;
  readonly before?: ReactNode;
  /** With a handler the chip can be taken away; `removeLabel` names that button. */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

/** One of several chosen things, such as a person to add. */
export function Chip({ children, before, onRemove, removeLabel }: ChipProps) {
  return (
    <span className="inline-flex min-h-7 items-center gap-1.5 rounded-full border border-line bg-sunken pl-2 pr-2 text-sm font-medium has-[button]:pr-0.5">
      {before}
      {children}
      {onRemove && (
        <AriaButton
          aria-label={removeLabel ?? ''}
          onPress={onRemove}
          className="inline-flex size-6 items-center justify-center rounded-full text-ink-3 hover:bg-hover hover:text-ink touch:size-9"
        >
          <X className="size-3.5" />
        </AriaButton>
      )}
    </span>
  );
}
