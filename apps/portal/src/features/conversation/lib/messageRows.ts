import type { Message } from '@hemicycle/contracts';
import type { Outgoing } from '../store/Outgoing';

export type MessageRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'new'; readonly key: 'new' }
  /** `continues`: of the same person as the one above, a moment later. */
  | { readonly kind: 'message'; readonly key: string; readonly message: Message; readonly continues: boolean }
  | { readonly kind: 'system'; readonly key: string; readonly message: Message }
  | {
      readonly kind: 'outgoing';
      readonly key: string;
      readonly outgoing: Outgoing;
      readonly continues: boolean;
    };

export interface RowInput {
  readonly messages: readonly Message[];
  readonly outgoing: readonly Outgoing[];
  readonly meId: string;
  /** The line stands before the first message of another after this seq; null: no line. */
  readonly newAfter: number | null;
  /** Local day of a moment, as any comparable text. */
  readonly dayOf: (at: string) => string;
}

/** Longer than this between two messages of a person, and the second stands on its own. Milliseconds. */
const TOGETHER = 5 * 60_000;

/** What the list shows from top to bottom: messages with the lines between them, then what is on its way. */
export function messageRows({ messages, outgoing, meId, newAfter, dayOf }: RowInput): MessageRow[] {
  const rows: MessageRow[] = [];
  let day: string | null = null;
  let above: { authorId: string; at: number } | null = null;
  let lineDrawn = newAfter === null;
  const openDay = (at: string) => {
    if (dayOf(at) === day) return;
    day = dayOf(at);
    rows.push({ kind: 'day', key: `day ${day}`, at });
    above = null;
  };
  const place = (at: string, authorId: string): boolean => {
    const continues = above?.authorId === authorId && Date.parse(at) - above.at < TOGETHER;
    above = { authorId, at: Date.parse(at) };
    return continues;
  };
  for (const message of messages) {
    const { id, seq, author, createdAt, kind } = message;
    openDay(createdAt);
    if (!lineDrawn && newAfter !== null && seq > newAfter && author.id !== meId && kind === 'text') {
      rows.push({ kind: 'new', key: 'new' });
      lineDrawn = true;
      above = null;
    }
    if (kind === 'text') {
      rows.push({ kind: 'message', key: id, message, continues: place(createdAt, author.id) });
      // What hangs under a message would stand between it and the next.
      if (message.deletedAt !== null || message.replyCount > 0) above = null;
    } else {
      rows.push({ kind: 'system', key: id, message });
      above = null;
    }
  }
  const known = new Set(messages.map((message) => message.id));
  for (const item of outgoing.filter(({ id }) => !known.has(id))) {
    openDay(item.at);
    rows.push({ kind: 'outgoing', key: item.id, outgoing: item, continues: place(item.at, meId) });
  }
  return rows;
}
