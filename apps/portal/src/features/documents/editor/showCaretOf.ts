import type { Editor } from '@tiptap/core';
import type { Awareness } from 'y-protocols/awareness';
import { presenceUser } from '../lib/presentPeople';

/** Scrolls to where a person writes. False when they have no cursor in the text. */
export function showCaretOf(editor: Editor, awareness: Awareness, userId: string): boolean {
  for (const [client, state] of awareness.getStates()) {
    if (presenceUser(state.user)?.id !== userId) continue;
    const caret = editor.view.dom.querySelector<HTMLElement>(`[data-client="${client}"]`);
    if (!caret) continue;
    caret.scrollIntoView({ block: 'center', behavior: 'smooth' });
    return true;
  }
  return false;
}
