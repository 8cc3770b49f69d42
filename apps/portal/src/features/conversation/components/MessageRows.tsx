'use client';

import { type KeyboardEvent, memo, useMemo, useState } from 'react';
import { useLocalFormat } from '../hooks/useLocalFormat';
import { type MessageRow, messageRows } from '../lib/messageRows';
import type { ConversationSnapshot, ConversationStore } from '../store/ConversationStore';
import { useConversation } from './conversationContext';
import { DayDivider, NewDivider } from './Dividers';
import { MessageItem } from './MessageItem';
import { OutgoingItem } from './OutgoingItem';
import { SystemItem } from './SystemItem';

export interface MessageRowsProps {
  readonly store: ConversationStore;
  readonly snapshot: ConversationSnapshot;
  readonly newAfter: number | null;
  readonly joinHref: string | null;
  readonly label: string;
  readonly onDiscard: (id: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The messages and what stands between them. One message is in the order of the Tab key: the last one focused. */
export const MessageRows = memo(function MessageRows(props: MessageRowsProps) {
  const { store, snapshot, newAfter, joinHref, label, onDiscard, onKeyDown } = props;
  const { meId } = useConversation();
  const format = useLocalFormat();
  const [activeId, setActiveId] = useState<string | null>(null);
  const { messages } = snapshot.timeline;
  const rows = useMemo(() => {
    const dayOf = (at: string) =>
      format.dateTime(new Date(at), { year: 'numeric', month: '2-digit', day: '2-digit' });
    return messageRows({ messages, outgoing: snapshot.outgoing, meId, newAfter, dayOf });
  }, [messages, snapshot.outgoing, meId, newAfter, format]);
  const tabbable = messages.some(({ id }) => id === activeId)
    ? activeId
    : (messages.findLast(({ kind }) => kind === 'text')?.id ?? null);
  const running = messages.findLast(({ kind }) => kind !== 'text');
  const draw = (row: MessageRow) => {
    switch (row.kind) {
      case 'day':
        return <DayDivider at={row.at} />;
      case 'new':
        return <NewDivider />;
      case 'message':
        return (
          <MessageItem
            message={row.message}
            continues={row.continues}
            tabbable={row.message.id === tabbable}
          />
        );
      case 'system':
        return (
          <SystemItem
            message={row.message}
            joinHref={
              row.message.id === running?.id && row.message.kind === 'meetingStarted' ? joinHref : null
            }
          />
        );
      case 'outgoing':
        return (
          <OutgoingItem
            outgoing={row.outgoing}
            continues={row.continues}
            onRetry={(id) => store.outbox.retry(id)}
            onDiscard={onDiscard}
          />
        );
    }
  };
  return (
    <section
      aria-label={label}
      aria-busy={snapshot.timeline.load !== null}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const article = (event.target as HTMLElement).closest<HTMLElement>('[data-message]');
        if (article) setActiveId(article.dataset.message ?? null);
      }}
    >
      {rows.map((row) => (
        <div key={row.key} data-row={row.key}>
          {draw(row)}
        </div>
      ))}
    </section>
  );
});
