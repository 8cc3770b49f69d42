'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Kbd } from './Kbd';
import { placeBeside, type Side } from './lib/placeBeside';

export interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string;
  readonly side?: Side;
  /** One focusable element that already carries its name: the tooltip is for the eyes only. */
  readonly children: ReactNode;
}

/** Long enough not to flicker under a passing pointer. */
const delayMs = 500;

/**
 * Names an icon on hover and on keyboard focus. Stays while the pointer is on the control, goes with Escape (WCAG
 * 1.4.13), and lives in the top layer so that nothing clips it. Weighs 1 kB where React Aria's weighs 20.
 */
export function Tooltip({ text, shortcut, side = 'top', children }: TooltipProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);
  const hide = () => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens around the control, which keeps its own role
    <span
      ref={anchor}
      className="contents"
      onPointerEnter={(event) => {
        if (event.pointerType !== 'mouse') return;
        timer.current = setTimeout(() => setOpen(true), delayMs);
      }}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && setOpen(true)}
      onBlur={hide}
    >
      {children}
      {open && (
        <Bubble
          anchor={() => anchor.current?.firstElementChild}
          text={text}
          shortcut={shortcut}
          side={side}
        />
      )}
    </span>
  );
}

interface BubbleProps {
  readonly anchor: () => Element | null | undefined;
  readonly text: string;
  readonly shortcut: string | undefined;
  readonly side: Side;
}

function Bubble({ anchor, text, shortcut, side }: BubbleProps) {
  const place = (bubble: HTMLElement | null) => {
    const element = anchor();
    if (!bubble || !element) return;
    bubble.showPopover();
    placeBeside(bubble, element.getBoundingClientRect(), side);
  };
  return (
    <span
      ref={place}
      popover="manual"
      aria-hidden="true"
      className="fixed m-0 inset-auto w-max max-w-72 items-center gap-2 rounded-s border-0 bg-ink px-2.5 py-1.5 text-xs font-medium text-surface shadow-2 animate-fade pointer-events-none [&:popover-open]:flex"
    >
      {text}
      {shortcut && <Kbd inverse>{shortcut}</Kbd>}
    </span>
  );
}
