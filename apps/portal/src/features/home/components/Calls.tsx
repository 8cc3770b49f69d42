'use client';

import type { SpaceSummary } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { isCalling } from '../lib/isCalling';
import { CallCard } from './CallCard';
import { NoCall } from './NoCall';

export interface CallsProps {
  readonly spaces: readonly SpaceSummary[];
  readonly meId: string;
  readonly canCreateSpace: boolean;
}

/** Where must I be: the running calls of my spaces, the fullest first; the first is the one to act on. */
export function Calls({ spaces, meId, canCreateSpace }: CallsProps) {
  const t = useTranslations('home.calls');
  const running = spaces.filter(isCalling).sort((a, b) => b.call.participantCount - a.call.participantCount);
  return (
    <section aria-labelledby="home-calls" className="min-w-0">
      <h2 id="home-calls" className="sr-only">
        {t('title')}
      </h2>
      {running.length === 0 ? (
        <NoCall spaces={spaces} canCreateSpace={canCreateSpace} />
      ) : (
        <ul className="flex flex-col gap-2.5">
          {running.map((space, index) => (
            <li key={space.id}>
              <CallCard space={space} meId={meId} isFirst={index === 0} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
