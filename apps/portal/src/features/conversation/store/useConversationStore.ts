'use client';

import type { Message } from '@hemicycle/contracts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';
import { useEvents } from '@/lib/events/useEvents';
import { useEventsReset } from '@/lib/events/useEventsReset';
import type { TimelineScope } from '../timeline/timelineTypes';
import { type ConversationReads, type ConversationSnapshot, ConversationStore } from './ConversationStore';
import { keptJson } from './keptJson';
import type { Outgoing } from './Outgoing';
import { storageKey } from './storageKey';

/** The store of one timeline for as long as the component lives; give the component a `key` of the scope. */
export function useConversationStore(
  scope: TimelineScope,
  meId: string,
  around: number | null,
  /** The channel's last seq as it was read before; null when it was not. */
  lastSeq: number | null,
): { store: ConversationStore; snapshot: ConversationSnapshot } {
  const [store] = useState(
    () =>
      new ConversationStore(scope, readsOf(scope), {
        post: ({ id, body }) =>
          api('POST /channels/{channelId}/messages', {
            params: { channelId: scope.channelId },
            body: { id, body, parentId: scope.parentId },
          }),
        problemOf: (error) => (error instanceof ApiProblem ? error.code : 'internal'),
        kept: keptJson<readonly Outgoing[]>(storageKey('outgoing', meId, scope)),
      }),
  );
  const [first] = useState({ around, lastSeq });
  useEffect(() => {
    store.start();
    if (first.lastSeq !== null) store.dispatch({ type: 'heard', lastSeq: first.lastSeq });
    store.dispatch({ type: 'open', around: first.around });
    return () => store.stop();
  }, [store, first]);
  useEvents(['message.posted', 'message.changed'], (event) => store.dispatch({ type: 'event', event }));
  useEventsReset(() => {
    store.dispatch({ type: 'reset' });
    store.outbox.retryPassing();
  });
  return { store, snapshot: useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot) };
}

function readsOf({ channelId, parentId }: TimelineScope): ConversationReads {
  return {
    page: (query, signal) =>
      parentId === null
        ? api('GET /channels/{channelId}/messages', { params: { channelId }, query, signal })
        : api('GET /messages/{messageId}/replies', { params: { messageId: parentId }, query, signal }),
    message: readMessage,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(signal.reason);
        });
      }),
  };
}

async function readMessage(messageId: string, signal: AbortSignal): Promise<Message | null> {
  try {
    return await api('GET /messages/{messageId}', { params: { messageId }, signal });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}
