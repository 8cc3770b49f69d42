'use client';

import { PopoverOverlay } from '@hemicycle/ui/PopoverOverlay';
import type { RefObject } from 'react';
import { EmojiGrid } from './EmojiGrid';

export interface EmojiPopoverProps {
  readonly triggerRef: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onPick: (char: string) => void;
}

/** The emoji over what asked for them. Import it lazily. */
export function EmojiPopover({ triggerRef, label, isOpen, onOpenChange, onPick }: EmojiPopoverProps) {
  return (
    <PopoverOverlay
      triggerRef={triggerRef}
      label={label}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement="top end"
    >
      <EmojiGrid
        onPick={(char) => {
          onOpenChange(false);
          onPick(char);
        }}
      />
    </PopoverOverlay>
  );
}
