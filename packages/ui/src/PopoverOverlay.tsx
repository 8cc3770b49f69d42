'use client';

import type { ReactNode, RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { cx } from './lib/cx';
import { popoverClass } from './lib/popoverClass';

export interface PopoverOverlayProps {
  readonly triggerRef: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly placement: 'bottom start' | 'bottom end' | 'bottom' | 'top' | 'top start' | 'top end';
  readonly children: ReactNode;
}

/** The open panel of a PopoverButton; also usable alone on any anchor. */
export function PopoverOverlay({ label, children, ...popover }: PopoverOverlayProps) {
  return (
    <Popover {...popover} offset={6} className={cx(popoverClass, 'max-w-[calc(100vw-16px)] overflow-auto')}>
      <Dialog aria-label={label} className="p-3 outline-none">
        {children}
      </Dialog>
    </Popover>
  );
}
