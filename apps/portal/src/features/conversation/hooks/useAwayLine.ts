'use client';

import type { Message } from '@hemicycle/contracts';
import { useEffect, useRef } from 'react';

/** Draws the "New" line before the first message of another that came while nobody looked, if all before was read. */
export function useAwayLine(
  messages: readonly Message[],
  meId: string,
  attention: boolean,
  readSeq: number,
  draw: (afterSeq: number) => void,
): void {
  const awayFrom = useRef<number | null>(null);
  const last = messages.at(-1);
  const lastSeq = last?.seq ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment of looking away counts, not what comes after
  useEffect(() => {
    awayFrom.current = attention || lastSeq === 0 ? null : lastSeq;
  }, [attention]);
  useEffect(() => {
    const since = awayFrom.current;
    if (since === null || readSeq < since || lastSeq <= since || last?.author.id === meId) return;
    awayFrom.current = null;
    draw(since);
  }, [last, lastSeq, meId, readSeq, draw]);
}
