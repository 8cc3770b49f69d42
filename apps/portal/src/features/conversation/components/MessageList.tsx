'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ArrowDown } from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useAnchoredScroll } from '../hooks/useAnchoredScroll';
import { useAttention } from '../hooks/useAttention';
import { messageKeys } from '../lib/messageKeys';
import { seenSeq } from '../lib/seenSeq';
import type { ConversationSnapshot, ConversationStore } from '../store/ConversationStore';
import { useConversation } from './conversationContext';
import { MessageRows } from './MessageRows';

export interface MessageListProps {
  readonly store: ConversationStore;
  readonly snapshot: ConversationSnapshot;
  readonly label: string;
  readonly newAfter: number | null;
  readonly joinHref: string | null;
  /** Stands above the first message: the beginning of the conversation, or what a thread answers. */
  readonly head?: ReactNode;
  /** No more margin than a side panel has. */
  readonly narrow?: boolean;
  readonly onDiscard: (id: string) => void;
  /** Everything up to this seq is in view and somebody looks. */
  readonly onSeen: (seq: number) => void;
  readonly toComposer: () => void;
}

/** Nearer to an edge than this, more is fetched. Pixels. */
const NEAR = 800;

/** The scrolling list: opens where reading goes on, stays still while things arrive, leads back to the latest. */
export function MessageList(props: MessageListProps) {
  const { store, snapshot, label, newAfter, joinHref, head, narrow, onDiscard, onSeen, toComposer } = props;
  const { timeline, outgoing, focus } = snapshot;
  const { actions, channel, compact, meId } = useConversation();
  const version = useMemo(
    () => ({ timeline: timeline.messages, outgoing, newAfter }),
    [timeline.messages, outgoing, newAfter],
  );
  const scroll = useAnchoredScroll(version, !timeline.hasAfter);
  const attention = useAttention();
  const { messages, hasBefore, hasAfter, status, load } = timeline;

  useOpening(scroll, status === 'ready', focus, hasAfter);
  useEffect(() => store.dispatch({ type: 'follow', following: scroll.atEnd }), [store, scroll.atEnd]);
  useMoreNearEdges(scroll.scroller, store, messages);

  const lastSeq = messages.at(-1)?.seq ?? 0;
  const [leftAt, setLeftAt] = useState(lastSeq);
  const known = Math.max(leftAt, channel.readSeq);
  if (scroll.atEnd && leftAt !== lastSeq) setLeftAt(lastSeq);
  const arrived = messages.filter(
    ({ seq, author, kind }) => seq > known && author.id !== meId && kind === 'text',
  ).length;

  const report = () => {
    const box = scroll.scroller.current;
    if (!attention || !box || status !== 'ready') return;
    onSeen(scroll.atEnd && !hasAfter ? Math.max(lastSeq, timeline.heardSeq ?? 0) : seenSeq(box));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in view changes with exactly these
  useEffect(report, [attention, scroll.atEnd, lastSeq, timeline.heardSeq, status]);

  const onKeyDown = useMemo(
    () => messageKeys(messages, actions, toComposer),
    [messages, actions, toComposer],
  );
  const wantsEnd = useRef(false);
  useLayoutEffect(() => {
    if (!wantsEnd.current || hasAfter || load !== null) return;
    wantsEnd.current = false;
    scroll.toEnd();
  });
  const toLatest = () => {
    if (hasAfter) {
      wantsEnd.current = true;
      store.dispatch({ type: 'open', around: null });
    } else scroll.toEnd();
  };
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroll.scroller}
        onScroll={() => {
          scroll.onScroll();
          report();
        }}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        <div
          ref={scroll.content}
          className={cx(
            'mx-auto flex min-h-full w-full flex-col pb-3',
            // A thread begins at the top, with what it answers; a conversation stands on its composer.
            !narrow && 'justify-end',
            compact || narrow ? 'px-4' : 'max-w-[900px] px-4 md:px-6',
          )}
        >
          {!hasBefore && status === 'ready' && head}
          <MessageRows
            store={store}
            snapshot={snapshot}
            newAfter={newAfter}
            joinHref={joinHref}
            label={label}
            onDiscard={onDiscard}
            onKeyDown={onKeyDown}
          />
        </div>
      </div>
      {(!scroll.atEnd || hasAfter) && status === 'ready' && messages.length > 0 && (
        <JumpButton count={hasAfter ? 0 : arrived} onPress={toLatest} />
      )}
    </div>
  );
}

function JumpButton({ count, onPress }: { readonly count: number; readonly onPress: () => void }) {
  const t = useTranslations('conversation');
  return (
    <Button
      size="s"
      variant={count > 0 ? 'primary' : 'secondary'}
      icon={<ArrowDown />}
      onPress={onPress}
      className="absolute bottom-3 left-1/2 z-10 -translate-x-1/2 shadow-2"
    >
      {count > 0 ? t('jump.new', { count }) : t('jump.latest')}
    </Button>
  );
}

type Scroll = ReturnType<typeof useAnchoredScroll>;

/** Where the list stands when it opens: at the message asked for, at what is new, or at the end. */
function useOpening(
  scroll: Scroll,
  ready: boolean,
  focus: ConversationSnapshot['focus'],
  hasAfter: boolean,
): void {
  const opened = useRef<ConversationSnapshot['focus'] | undefined>(undefined);
  useLayoutEffect(() => {
    const box = scroll.scroller.current;
    if (!ready || !box || opened.current === focus) return;
    const first = opened.current === undefined;
    opened.current = focus;
    const rootId = focus?.parentId ?? focus?.id;
    const asked = rootId !== undefined && box.querySelector(`[data-message="${rootId}"]`);
    const line = box.querySelector('[data-new-line]');
    if (asked) scroll.toElement(asked, 0.3);
    else if (first && !hasAfter) scroll.toEnd();
    if (asked || !first || !line) return;
    if (hasAfter || line.getBoundingClientRect().top < box.getBoundingClientRect().top)
      scroll.toElement(line, 0.2);
  });
}

/** Fetches older and newer messages before the edge is reached. */
function useMoreNearEdges(
  scroller: Scroll['scroller'],
  store: ConversationStore,
  messages: readonly unknown[],
): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = () => {
      // Before the first page there is nothing to add to.
      if (messages.length === 0) return;
      if (box.scrollTop < NEAR) store.dispatch({ type: 'loadBefore' });
      if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR) store.dispatch({ type: 'loadAfter' });
    };
    look();
    box.addEventListener('scroll', look, { passive: true });
    return () => box.removeEventListener('scroll', look);
  }, [scroller, store, messages]);
}
