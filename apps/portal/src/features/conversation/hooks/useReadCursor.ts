'use client';

import type { Channel, Message } from '@hemicycle/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '@/lib/api';
import { apiKey } from '@/lib/useApiQuery';

export interface ReadCursor {
  /** The "New" line stands after this seq; null: no line. */
  readonly newAfter: number | null;
  /** Everything up to `seq` is in view of somebody. */
  readonly see: (seq: number) => void;
  readonly markUnread: (message: Message) => Promise<void>;
  /** One's own word ends what was new. */
  readonly clearLine: () => void;
  /** Messages came while nobody looked: the line goes before them. */
  readonly drawLine: (afterSeq: number) => void;
}

/** Against a request for each message of a burst. Milliseconds. */
const GATHER = 600;

/**
 * The reader's place. The line stays where it was when they came; the cursor on the server follows what they see, and
 * stands still once they marked something unread.
 */
export function useReadCursor(channel: Channel): ReadCursor {
  const queries = useQueryClient();
  const [newAfter, setNewAfter] = useState<number | null>(channel.unreadCount > 0 ? channel.readSeq : null);
  const reached = useRef(channel.readSeq);
  const told = useRef(channel.readSeq);
  const held = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const channelId = channel.id;

  const put = useCallback(
    async (seq: number, markUnread: boolean) => {
      const params = { channelId };
      const moved = await api('PUT /channels/{channelId}/read-cursor', { params, body: { seq, markUnread } });
      queries.setQueryData(apiKey('GET /channels/{channelId}', { params }), moved);
    },
    [channelId, queries],
  );
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (held.current || reached.current <= told.current) return;
    const before = told.current;
    told.current = reached.current;
    // Not told is not lost: the next thing seen tells of it too.
    put(reached.current, false).catch(() => {
      told.current = Math.min(told.current, before);
    });
  }, [put]);
  const see = useCallback(
    (seq: number) => {
      if (seq <= reached.current) return;
      reached.current = seq;
      timer.current ??= setTimeout(flush, GATHER);
    },
    [flush],
  );
  useEffect(() => flush, [flush]);
  const markUnread = useCallback(
    async (message: Message) => {
      held.current = true;
      clearTimeout(timer.current);
      setNewAfter(message.seq - 1);
      await put(message.seq - 1, true);
    },
    [put],
  );
  return {
    newAfter,
    see,
    markUnread,
    clearLine: useCallback(() => {
      held.current = false;
      setNewAfter(null);
    }, []),
    drawLine: setNewAfter,
  };
}
