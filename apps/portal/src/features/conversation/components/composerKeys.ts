import type { KeyboardEvent } from 'react';
import { newLine } from '../composer/newLine';
import type { TextChange } from '../composer/TextChange';
import type { Format } from './ComposerToolbar';

export interface KeyTargets {
  readonly send: () => void;
  readonly format: (kind: Format) => void;
  readonly up: (() => void) | undefined;
  readonly escape: (() => void) | undefined;
  readonly change: (make: (text: string, from: number, to: number) => TextChange) => void;
}

/** What a key does in a composer; undefined leaves it to the browser. */
export function composerKey(event: KeyboardEvent, to: KeyTargets): (() => void) | undefined {
  const command = event.ctrlKey || event.metaKey;
  if (command && event.shiftKey && event.code === 'Digit8') return () => to.format('list');
  if (command && !event.shiftKey && event.key.toLowerCase() === 'b') return () => to.format('bold');
  if (command && !event.shiftKey && event.key.toLowerCase() === 'i') return () => to.format('italic');
  if (event.key === 'Escape') return to.escape;
  if (event.key === 'ArrowUp' && !event.shiftKey) return to.up;
  if (event.key !== 'Enter' || event.altKey) return undefined;
  // A screen keyboard has no Shift+Enter worth the name: there Enter begins a line, and the button sends.
  const lines = event.shiftKey || (matchMedia('(pointer: coarse)').matches && !command);
  return lines ? () => to.change(newLine) : to.send;
}
