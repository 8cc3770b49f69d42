'use client';

import type { Channel, Message } from '@hemicycle/contracts';
import { useCallback, useState } from 'react';

export interface OpenThread {
  readonly rootId: string;
  /** A reply to lead the eye to. */
  readonly replyId: string | null;
}

/** Which thread is open, and up to where the reader saw each one since they came. */
export function useThreads(channel: Channel, meId: string) {
  const [open, setOpen] = useState<OpenThread | null>(null);
  const [cameAt] = useState(channel.readSeq);
  const [seen, setSeen] = useState<ReadonlyMap<string, number>>(new Map());
  const see = useCallback(
    (rootId: string, seq: number) =>
      setSeen((before) => ((before.get(rootId) ?? 0) >= seq ? before : new Map(before).set(rootId, seq))),
    [],
  );
  const isFresh = useCallback(
    ({ id, lastReplySeq, repliers }: Message) =>
      lastReplySeq !== null && lastReplySeq > (seen.get(id) ?? cameAt) && repliers[0]?.id !== meId,
    [seen, cameAt, meId],
  );
  return { open, setOpen, see, isFresh };
}
