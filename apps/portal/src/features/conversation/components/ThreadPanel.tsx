'use client';

import type { Me, Message } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { IconButton } from '@hemicycle/ui/IconButton';
import { ArrowLeft, X } from '@hemicycle/ui/icons';
import { Skeleton } from '@hemicycle/ui/Skeleton';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useEvents } from '@/lib/events/useEvents';
import { apiKey, useApiQuery } from '@/lib/useApiQuery';
import { useArrivals } from '../hooks/useArrivals';
import { useMessageActions } from '../hooks/useMessageActions';
import type { OpenThread } from '../hooks/useThreads';
import { useConversationStore } from '../store/useConversationStore';
import { ChannelComposer } from './ChannelComposer';
import type { ComposerHandle } from './Composer';
import { ConversationContext, type ConversationValue, useConversation } from './conversationContext';
import { MessageItem } from './MessageItem';
import { MessageList } from './MessageList';

export interface ThreadPanelProps {
  readonly thread: OpenThread;
  /** As the channel's window has it; undefined when it is out of the window. */
  readonly root: Message | undefined;
  readonly me: Me;
  readonly onSeen: (rootId: string, seq: number) => void;
  readonly onClose: () => void;
  /** Without a head of its own. */
  readonly bare?: boolean;
}

/** A message and the answers to it, with a composer of their own. */
export function ThreadPanel({ thread, root: known, me, onSeen, onClose, bare = false }: ThreadPanelProps) {
  const t = useTranslations('conversation');
  const outer = useConversation();
  const { channel, compact } = outer;
  const { rootId, replyId } = thread;
  const root = useRoot(rootId, known);
  const scope = useMemo(() => ({ channelId: channel.id, parentId: rootId }), [channel.id, rootId]);
  const { store, snapshot } = useConversationStore(scope, me.id, null, null);
  const ready = snapshot.timeline.status === 'ready';
  const { actions, removing } = useMessageActions(store, channel, me.name);
  const [editingId, startEdit] = useState<string | null>(null);
  const composer = useRef<ComposerHandle>(null);
  const toComposer = useCallback(() => composer.current?.focus(), []);
  const { markUnread } = outer.actions;
  const context: ConversationValue = useMemo(
    () => ({
      ...outer,
      actions: { ...actions, startEdit, markUnread },
      editingId,
      removing,
      highlightId: replyId,
    }),
    [outer, actions, markUnread, editingId, removing, replyId],
  );
  useArrivals(snapshot.timeline.messages, me.id, ready);
  useEffect(() => {
    if (!ready || replyId === null) return;
    document.querySelector(`aside [data-message="${replyId}"]`)?.scrollIntoView({ block: 'center' });
  }, [ready, replyId]);
  const editLast = () => {
    const own = snapshot.timeline.messages.findLast(
      ({ author, abilities }) => author.id === me.id && abilities.edit,
    );
    if (own) startEdit(own.id);
  };
  return (
    <>
      {!bare && <ThreadHead compact={compact} onClose={onClose} />}
      <ConversationContext value={context}>
        <MessageList
          store={store}
          snapshot={snapshot}
          label={t('thread.label')}
          newAfter={null}
          joinHref={null}
          narrow
          head={<Root message={root} outer={outer} />}
          onDiscard={(id) => store.outbox.discard(id)}
          onSeen={(seq) => onSeen(rootId, seq)}
          toComposer={toComposer}
        />
        <div className="px-3 pb-3">
          {channel.abilities.post && root?.abilities.reply ? (
            <ChannelComposer
              ref={composer}
              store={store}
              scope={scope}
              label={t('thread.composer')}
              onSent={() => {}}
              onUp={editLast}
              onEscape={onClose}
              autoFocus={!bare}
            />
          ) : (
            root && (
              <p className="rounded-l border border-line bg-sunken px-4 py-3 text-base text-ink-2">
                {t('readOnly')}
              </p>
            )
          )}
        </div>
      </ConversationContext>
    </>
  );
}

/** The message answered: as the channel shows it, or read for itself when it is out of the channel's window. */
function useRoot(messageId: string, known: Message | undefined): Message | undefined {
  const queries = useQueryClient();
  const input = { params: { messageId } };
  const { data } = useApiQuery('GET /messages/{messageId}', input, { enabled: known === undefined });
  useEvents(['message.changed', 'message.posted'], (event) => {
    if (known === undefined && (event.messageId === messageId || event.parentId === messageId))
      void queries.invalidateQueries({ queryKey: apiKey('GET /messages/{messageId}', input) });
  });
  return known ?? data;
}

/** The message answered, with what it can do in the channel, except opening the thread it heads. */
function Root({
  message,
  outer,
}: {
  readonly message: Message | undefined;
  readonly outer: ConversationValue;
}) {
  const value: ConversationValue = useMemo(() => {
    const { openThread: _, ...actions } = outer.actions;
    return { ...outer, actions, highlightId: null };
  }, [outer]);
  return (
    <div className="mb-1 flex flex-col border-b border-line pb-3">
      {message ? (
        <ConversationContext value={value}>
          <MessageItem message={message} continues={false} tabbable />
        </ConversationContext>
      ) : (
        <Skeleton className="mt-4 h-14" />
      )}
    </div>
  );
}

function ThreadHead({ compact, onClose }: { readonly compact: boolean; readonly onClose: () => void }) {
  const t = useTranslations('conversation.thread');
  return (
    <header className="flex min-h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
      {compact && (
        <IconButton size="s" label={t('back')} icon={<ArrowLeft />} onPress={onClose} className="-ml-2" />
      )}
      <h2 className="min-w-0 flex-1 truncate text-md font-semibold">{t('title')}</h2>
      {!compact && (
        <IconButton size="s" label={t('close')} shortcut={t('closeKey')} icon={<X />} onPress={onClose} />
      )}
    </header>
  );
}
