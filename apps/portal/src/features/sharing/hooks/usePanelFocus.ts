'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { useShare } from './shareContext';

export interface PanelFocus {
  readonly panelRef: RefObject<HTMLElement | null>;
  /** Call once one knows what the change does. */
  readonly take: (confirm: HTMLElement | null) => void;
}

export interface PanelFocusOptions {
  /** Something is to be chosen in the panel first: the focus goes there, not to what confirms. */
  readonly asksFirst: boolean;
  /** Back to where it was, once the panel is gone; else whoever shows it moves it on. */
  readonly returns: boolean;
}

/**
 * Moves the focus into a panel when it has something to say, once: whoever is at work inside it is left alone. Brings it
 * back afterwards, or, where that is gone with what was taken back, to the words that say so.
 */
export function usePanelFocus({ asksFirst, returns }: PanelFocusOptions): PanelFocus {
  const { toldRef } = useShare();
  const panelRef = useRef<HTMLElement>(null);
  const cameFrom = useRef<Element | null>(null);
  useEffect(() => {
    const told = toldRef.current;
    return () => {
      const before = cameFrom.current;
      if (!returns || before === null) return;
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
      else told?.focus();
    };
  }, [returns, toldRef]);
  return {
    panelRef,
    take(confirm) {
      if (cameFrom.current !== null) return;
      cameFrom.current = document.activeElement;
      const first = asksFirst ? panelRef.current?.querySelector<HTMLElement>('button, input') : null;
      (first ?? confirm)?.focus();
    },
  };
}
