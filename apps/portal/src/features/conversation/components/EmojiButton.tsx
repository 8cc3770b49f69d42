'use client';

import { IconButton } from '@hemicycle/ui/IconButton';
import { Smile } from '@hemicycle/ui/icons';
import { lazy, Suspense, useRef, useState } from 'react';

const loadPopover = () => import('./EmojiPopover');
const EmojiPopover = lazy(() => loadPopover().then((module) => ({ default: module.EmojiPopover })));

export interface EmojiButtonProps {
  readonly label: string;
  readonly shortcut?: string;
  readonly onPick: (char: string) => void;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly className?: string;
  readonly variant?: 'secondary' | 'quiet';
}

/** Opens the emoji; their code comes when it is first wanted. */
export function EmojiButton({ label, shortcut, onPick, onOpenChange, className, variant }: EmojiButtonProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const change = (next: boolean) => {
    if (next) setWanted(true);
    setOpen(next);
    onOpenChange?.(next);
  };
  return (
    <>
      <IconButton
        ref={trigger}
        label={label}
        icon={<Smile />}
        size="s"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onHoverStart={() => void loadPopover()}
        onPress={() => change(!isOpen)}
        data-emoji-button=""
        {...(variant && { variant })}
        {...(shortcut && { shortcut })}
        {...(className && { className })}
      />
      {wanted && (
        <Suspense>
          <EmojiPopover
            triggerRef={trigger}
            label={label}
            isOpen={isOpen}
            onOpenChange={change}
            onPick={onPick}
          />
        </Suspense>
      )}
    </>
  );
}
