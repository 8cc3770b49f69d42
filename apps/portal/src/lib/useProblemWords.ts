'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { ApiProblem } from './ApiProblem';

export interface ProblemWords {
  /** What happened. */
  readonly title: string;
  /** Why, and what to do. */
  readonly text: string;
}

/** The words for a failure in the reader's language; anything unknown counts as our fault. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const t = useTranslations('errors');
  return (error) => {
    const code = error instanceof ApiProblem ? error.code : 'internal';
    const known = t.has(`${code}.title`) ? code : 'internal';
    return { title: t(`${known}.title`), text: t(`${known}.text`) };
  };
}
