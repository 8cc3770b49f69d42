'use client';

import type { Channel, Message } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useToast } from '@hemicycle/ui/Toaster';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';
import type { ConversationActions } from '../components/conversationContext';
import { withReaction } from '../lib/withReaction';
import type { ConversationStore } from '../store/ConversationStore';

/** How long a deletion can be taken back before it is done. Milliseconds. */
const UNDO = 8_000;

interface MessageActions {
  readonly actions: Omit<ConversationActions, 'openThread' | 'startEdit' | 'markUnread'>;
  readonly removing: ReadonlySet<string>;
}

/** Reacting, editing, deleting: shown at once, put right when the server says no. */
export function useMessageActions(
  store: ConversationStore,
  channel: Channel,
  meName: string,
): MessageActions {
  const t = useTranslations('conversation');
  const toast = useToast();
  const problemWords = useProblemWords();
  const words = useRef(problemWords);
  words.current = problemWords;
  const { removing, remove, undoRemove } = useRemoval(store, (error) =>
    toast({ message: words.current(error).title, tone: 'danger' }),
  );
  const { spaceId } = channel;
  const actions = useMemo(
    () => ({
      async react(message: Message, emoji: string) {
        const mine = message.reactions.some((one) => one.emoji === emoji && one.mine);
        store.dispatch({ type: 'changed', message: withReaction(message, emoji, !mine, meName) });
        const params = { messageId: message.id, emoji };
        try {
          const changed = await (mine
            ? api('DELETE /messages/{messageId}/reactions/{emoji}', { params })
            : api('PUT /messages/{messageId}/reactions/{emoji}', { params }));
          store.dispatch({ type: 'changed', message: changed });
        } catch (error) {
          store.dispatch({ type: 'changed', message });
          toast({ message: words.current(error).title, tone: 'danger' });
        }
      },
      async edit(message: Message, body: string) {
        const params = { messageId: message.id };
        store.dispatch({
          type: 'changed',
          message: await api('PATCH /messages/{messageId}', { params, body: { body } }),
        });
      },
      remove,
      undoRemove,
      async copyLink(message: Message) {
        const address = new URL(`/spaces/${spaceId}?message=${message.seq}`, location.href);
        try {
          await navigator.clipboard.writeText(address.href);
          toast({ message: t('actions.linkCopied') });
        } catch {
          toast({ message: t('actions.linkNotCopied', { link: address.href }), tone: 'danger' });
        }
      },
    }),
    [store, meName, remove, undoRemove, spaceId, toast, t],
  );
  return { actions, removing };
}

/** A deletion waits a moment in which it can be taken back; leaving the page does it at once. */
function useRemoval(store: ConversationStore, onError: (error: unknown) => void) {
  const [removing, setRemoving] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const failed = useRef(onError);
  failed.current = onError;
  const drop = useCallback((id: string) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    setRemoving((before) => new Set([...before].filter((other) => other !== id)));
  }, []);
  const carryOut = useCallback(
    async (messageId: string) => {
      clearTimeout(timers.current.get(messageId));
      timers.current.delete(messageId);
      try {
        const message = await api('DELETE /messages/{messageId}', { params: { messageId } });
        store.dispatch({ type: 'changed', message });
      } catch (error) {
        failed.current(error);
      }
      drop(messageId);
    },
    [store, drop],
  );
  useEffect(() => {
    const all = () => {
      for (const id of [...timers.current.keys()]) void carryOut(id);
    };
    window.addEventListener('pagehide', all);
    return () => {
      window.removeEventListener('pagehide', all);
      all();
    };
  }, [carryOut]);
  const remove = useCallback(
    (message: Message) => {
      if (timers.current.has(message.id)) return;
      setRemoving((before) => new Set([...before, message.id]));
      timers.current.set(
        message.id,
        setTimeout(() => void carryOut(message.id), UNDO),
      );
    },
    [carryOut],
  );
  return { removing, remove, undoRemove: drop };
}
