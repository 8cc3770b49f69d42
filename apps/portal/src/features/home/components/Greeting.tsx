'use client';

import type { Home } from '@hemicycle/contracts';
import { useTimeZone, useTranslations } from '@hemicycle/i18n/client';
import { useNow } from '../hooks/useNow';
import { firstNameOf } from '../lib/firstNameOf';
import { homeSentence, type SentencePart } from '../lib/homeSentence';
import { hourIn, partOfDay } from '../lib/partOfDay';

/** The time of day turns while the page stays open. */
const checkEveryMs = 5 * 60_000;

export interface GreetingProps {
  readonly name: string;
  readonly home: Home;
  /** People who wait for an answer to a request for access. */
  readonly asking: number;
}

/** Good morning, and in one line what is true of this moment. */
export function Greeting({ name, home, asking }: GreetingProps) {
  const t = useTranslations('home');
  const part = partOfDay(hourIn(useNow(checkEveryMs), useTimeZone()));
  return (
    <header className="flex flex-col gap-1">
      {/* The server may have to guess the reader's zone on the very first visit. */}
      <h1 className="text-title font-bold" suppressHydrationWarning>
        {t(`greeting.${part}`, { name: firstNameOf(name) })}
      </h1>
      <p className="text-md text-ink-2">
        {homeSentence(home, asking).map((sentence, index) => (
          <span key={sentence.key}>
            {index > 0 && ' '}
            <Sentence part={sentence} />
          </span>
        ))}
      </p>
    </header>
  );
}

function Sentence({ part }: { readonly part: SentencePart }) {
  const t = useTranslations('home.sentence');
  switch (part.key) {
    case 'unread':
      return t('unread', part.values);
    case 'calls':
      return t('calls', part.values);
    case 'people':
      return t('people', part.values);
    case 'mentions':
      return t('mentions', part.values);
    case 'asking':
      return t('asking', part.values);
    case 'quiet':
      return t('quiet');
    case 'noSpaces':
      return t('noSpaces');
  }
}
