import type { Channel, Message } from '@hemicycle/contracts';
import { createContext, useContext } from 'react';

/** What a message may do in the view it stands in; each action shows its own failure. */
export interface ConversationActions {
  readonly react: (message: Message, emoji: string) => void;
  /** Raises when it failed, so that the words stay in the composer. */
  readonly edit: (message: Message, body: string) => Promise<void>;
  readonly remove: (message: Message) => void;
  readonly undoRemove: (messageId: string) => void;
  readonly markUnread: (message: Message) => void;
  readonly copyLink: (message: Message) => void;
  /** Not given where there is no thread to open: inside one. */
  readonly openThread?: (message: Message) => void;
  readonly startEdit: (messageId: string | null) => void;
}

export interface ConversationValue {
  readonly channel: Channel;
  readonly meId: string;
  readonly compact: boolean;
  readonly actions: ConversationActions;
  readonly editingId: string | null;
  /** Deleted a moment ago, can still be taken back. */
  readonly removing: ReadonlySet<string>;
  readonly highlightId: string | null;
  /** Given: documents open there instead of on their own page. */
  readonly onOpenDocument: ((documentId: string) => void) | undefined;
  /** Its thread has replies the reader did not see yet. */
  readonly isFresh: (message: Message) => boolean;
}

export const ConversationContext = createContext<ConversationValue | null>(null);

export function useConversation(): ConversationValue {
  const value = useContext(ConversationContext);
  if (!value) throw new Error('outside a conversation');
  return value;
}
