'use client';

import { type Message, messageText } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useAnnounce } from '@hemicycle/ui/Announcer';
import { useEffect, useRef } from 'react';

/** More at once are counted instead of read out. */
const READ_OUT = 3;
/** Characters of one message read out. */
const WORDS = 200;

/** Tells screen readers politely what others just wrote. */
export function useArrivals(messages: readonly Message[], meId: string, ready: boolean): void {
  const t = useTranslations('conversation');
  const announce = useAnnounce();
  const told = useRef<number | null>(null);
  useEffect(() => {
    if (!ready) return;
    const last = messages.at(-1)?.seq ?? 0;
    const since = told.current;
    told.current = Math.max(since ?? 0, last);
    if (since === null || last <= since) return;
    const fresh = messages.filter(
      ({ seq, author, kind, deletedAt }) =>
        seq > since && author.id !== meId && kind === 'text' && !deletedAt,
    );
    if (fresh.length > READ_OUT) announce(t('arrived.many', { count: fresh.length }));
    else
      for (const { author, body } of fresh)
        announce(t('arrived.one', { name: author.name, words: messageText(body).slice(0, WORDS) }));
  }, [messages, meId, ready, announce, t]);
}
