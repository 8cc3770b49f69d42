import type { Message } from '@hemicycle/contracts';
import type { KeyboardEvent } from 'react';
import type { ConversationActions } from '../components/conversationContext';

/** Keys on a focused message: arrows move between messages, letters act; the toolbar shows which. */
export function messageKeys(
  messages: readonly Message[],
  actions: ConversationActions,
  toComposer: () => void,
): (event: KeyboardEvent) => void {
  return (event) => {
    const target = event.target as HTMLElement;
    if (target.dataset.message === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const message = messages.find(({ id }) => id === target.dataset.message);
    if (!message) return;
    const act = actionOf(event.key, message, actions, event.currentTarget, target, toComposer);
    if (!act) return;
    event.preventDefault();
    act();
  };
}

function actionOf(
  key: string,
  message: Message,
  actions: ConversationActions,
  list: EventTarget & Element,
  row: HTMLElement,
  toComposer: () => void,
): (() => void) | null {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-message]')];
  const at = rows.indexOf(row);
  const { abilities } = message;
  switch (key) {
    case 'ArrowUp':
      return () => rows[at - 1]?.focus();
    case 'ArrowDown':
      return () => (at === rows.length - 1 ? toComposer() : rows[at + 1]?.focus());
    case 'Home':
      return () => rows[0]?.focus();
    case 'End':
      return () => rows.at(-1)?.focus();
    case 'Escape':
      return toComposer;
    case 'r':
    case 'Enter':
      return abilities.reply && actions.openThread ? () => actions.openThread?.(message) : null;
    case 'e':
      return abilities.edit ? () => actions.startEdit(message.id) : null;
    case 'u':
      return actions.openThread ? () => actions.markUnread(message) : null;
    case 'l':
      return actions.openThread ? () => actions.copyLink(message) : null;
    case '+':
      return abilities.react ? () => row.querySelector<HTMLElement>('[data-emoji-button]')?.click() : null;
    case 'Delete':
      return abilities.delete ? () => actions.remove(message) : null;
    default:
      return null;
  }
}
