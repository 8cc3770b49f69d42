'use client';

import type { Channel, Me, Message } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { cx } from '@hemicycle/ui/lib/cx';
import { useToast } from '@hemicycle/ui/Toaster';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApiQuery } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';
import { useArrivals } from '../hooks/useArrivals';
import { useAttention } from '../hooks/useAttention';
import { useAwayLine } from '../hooks/useAwayLine';
import { useMessageActions } from '../hooks/useMessageActions';
import { useReadCursor } from '../hooks/useReadCursor';
import { useThreads } from '../hooks/useThreads';
import { useConversationStore } from '../store/useConversationStore';
import { ChannelComposer } from './ChannelComposer';
import type { ComposerHandle } from './Composer';
import { ConversationSkeleton } from './ConversationSkeleton';
import { ConversationStart } from './ConversationStart';
import { ConversationContext, type ConversationValue } from './conversationContext';
import { MessageList } from './MessageList';
import { ThreadPlace } from './ThreadPlace';

export interface ConversationViewProps {
  readonly channel: Channel;
  readonly me: Me;
  readonly compact: boolean;
  /** Opens around this seq and leads the eye to it. */
  readonly around: number | null;
  readonly onOpenDocument: ((documentId: string) => void) | undefined;
}

/** With more than this unread, reading begins at the first of them instead of at the end. */
const MANY_UNREAD = 40;
/** How long a message stays marked that a link led to. Milliseconds. */
const HIGHLIGHT = 6_000;

export function ConversationView(view: ConversationViewProps) {
  const { channel, me, compact, around } = view;
  const t = useTranslations('conversation');
  const scope = useMemo(() => ({ channelId: channel.id, parentId: null }), [channel.id]);
  const start = around ?? (channel.unreadCount > MANY_UNREAD ? Math.max(1, channel.readSeq) : null);
  const { store, snapshot } = useConversationStore(scope, me.id, start, channel.lastSeq);
  const { timeline } = snapshot;
  const ready = timeline.status === 'ready';
  const cursor = useReadCursor(channel);
  const threads = useThreads(channel, me.id);
  const value = useViewContext(view, store, cursor, threads);
  const composer = useRef<ComposerHandle>(null);
  const toComposer = useCallback(() => composer.current?.focus(), []);
  const joinHref = useJoinHref(channel.spaceId, !compact);

  useArrivals(timeline.messages, me.id, ready);
  useAwayLine(timeline.messages, me.id, useAttention(), channel.readSeq, cursor.drawLine);
  useAsked(around, start, store, snapshot.focus, value.setHighlightId, threads.setOpen);

  if (timeline.status === 'failed')
    return <LoadFailed onRetry={() => store.dispatch({ type: 'open', around })} />;
  if (!ready && timeline.messages.length === 0) return <ConversationSkeleton compact={compact} />;
  const editLast = () => {
    const own = timeline.messages.findLast(({ author, abilities }) => author.id === me.id && abilities.edit);
    if (own) value.context.actions.startEdit(own.id);
  };
  return (
    <ConversationContext value={value.context}>
      <div
        className={cx(
          'relative flex min-h-0 flex-1 bg-surface',
          // At 400 % zoom the bars leave no height to read in: the page scrolls then.
          !compact && '[@media(max-height:520px)]:min-h-[400px]',
        )}
      >
        <section aria-label={t('label', { name: channel.name })} className="flex min-w-0 flex-1 flex-col">
          <MessageList
            store={store}
            snapshot={snapshot}
            label={t('messages')}
            newAfter={cursor.newAfter}
            joinHref={joinHref}
            head={
              <ConversationStart
                name={channel.name}
                isEmpty={timeline.messages.length === 0 && snapshot.outgoing.length === 0}
                {...(channel.abilities.post && { onWrite: toComposer })}
              />
            }
            onDiscard={(id) => store.outbox.discard(id)}
            onSeen={cursor.see}
            toComposer={toComposer}
          />
          <div
            className={cx(
              'mx-auto w-full',
              compact ? 'px-3 pb-3' : 'max-w-[900px] px-3 pb-3 md:px-6 md:pb-5',
            )}
          >
            {channel.abilities.post ? (
              <ChannelComposer
                ref={composer}
                store={store}
                scope={scope}
                label={t('composer.label', { name: channel.name })}
                onSent={() => {
                  cursor.clearLine();
                  if (timeline.hasAfter) store.dispatch({ type: 'open', around: null });
                }}
                onUp={editLast}
              />
            ) : (
              <p className="rounded-l border border-line bg-sunken px-4 py-3 text-base text-ink-2">
                {t('readOnly')}
              </p>
            )}
          </div>
        </section>
        {threads.open && (
          <ThreadPlace
            key={threads.open.rootId}
            thread={threads.open}
            root={timeline.messages.find(({ id }) => id === threads.open?.rootId)}
            me={me}
            onSeen={threads.see}
            onClose={() => {
              threads.setOpen(null);
              toComposer();
            }}
          />
        )}
      </div>
    </ConversationContext>
  );
}

function useViewContext(
  { channel, me, compact, onOpenDocument }: ConversationViewProps,
  store: Parameters<typeof useMessageActions>[0],
  cursor: ReturnType<typeof useReadCursor>,
  threads: ReturnType<typeof useThreads>,
) {
  const toast = useToast();
  const words = useProblemWords();
  const [editingId, startEdit] = useState<string | null>(null);
  const [highlightId, setHighlightId] = useState<string | null>(null);
  const { actions, removing } = useMessageActions(store, channel, me.name);
  const { setOpen, see, isFresh } = threads;
  const { markUnread } = cursor;
  const failed = useRef((error: unknown) => toast({ message: words(error).title, tone: 'danger' }));
  const context: ConversationValue = useMemo(
    () => ({
      channel,
      meId: me.id,
      compact,
      editingId,
      removing,
      highlightId,
      onOpenDocument,
      isFresh,
      actions: {
        ...actions,
        startEdit,
        markUnread: (message: Message) => void markUnread(message).catch(failed.current),
        openThread: (message: Message) => {
          if (message.lastReplySeq !== null) see(message.id, message.lastReplySeq);
          setOpen({ rootId: message.id, replyId: null });
        },
      },
    }),
    [
      channel,
      me.id,
      compact,
      editingId,
      removing,
      highlightId,
      onOpenDocument,
      isFresh,
      actions,
      markUnread,
      see,
      setOpen,
    ],
  );
  return { context, setHighlightId };
}

/** Follows the address: opens around the message it names, marks it for a while, opens its thread for a reply. */
function useAsked(
  around: number | null,
  start: number | null,
  store: ReturnType<typeof useConversationStore>['store'],
  focus: ReturnType<typeof useConversationStore>['snapshot']['focus'],
  highlight: (id: string | null) => void,
  openThread: ReturnType<typeof useThreads>['setOpen'],
): void {
  const opened = useRef(start);
  useEffect(() => {
    if (around === null || opened.current === around) return;
    opened.current = around;
    store.dispatch({ type: 'open', around });
  }, [around, store]);
  useEffect(() => {
    if (around === null || !focus) return;
    highlight(focus.parentId ?? focus.id);
    if (focus.parentId) openThread({ rootId: focus.parentId, replyId: focus.id });
    const timer = setTimeout(() => highlight(null), HIGHLIGHT);
    return () => clearTimeout(timer);
  }, [around, focus, highlight, openThread]);
}

/** Where the running call of the space is joined; null while there is none. */
function useJoinHref(spaceId: string, wanted: boolean): string | null {
  const { data } = useApiQuery('GET /spaces/{spaceId}', { params: { spaceId } }, { enabled: wanted });
  return data?.call ? `/rooms/${data.roomId}` : null;
}

function LoadFailed({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTranslations('conversation');
  return (
    <div className="flex min-h-0 flex-1 flex-col justify-center bg-surface">
      <ErrorState title={t('failed.title')} action={<Button onPress={onRetry}>{t('retry')}</Button>}>
        {t('failed.text')}
      </ErrorState>
    </div>
  );
}
