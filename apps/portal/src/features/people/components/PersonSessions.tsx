'use client';

import type { Page, PersonDetail, Session } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useId } from 'react';
import { SessionList } from '@/features/sessions';

export interface PersonSessionsProps {
  readonly person: PersonDetail;
  readonly initial: Page<Session>;
}

/** Where somebody else is signed in, for administrators. */
export function PersonSessions({ person, initial }: PersonSessionsProps) {
  const t = useTranslations('sessions');
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2.5">
      <h2 id={id} className="text-sm font-semibold text-ink-2">
        {t('titleOf', { name: person.name })}
      </h2>
      <p className="text-sm text-ink-3">{t('textOf')}</p>
      <SessionList userId={person.id} own={false} initial={initial} />
    </section>
  );
}
