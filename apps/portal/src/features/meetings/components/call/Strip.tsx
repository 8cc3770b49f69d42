'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { CallParticipant } from '@hemicycle/media/client';
import { Tile } from './Tile';

/** Everyone beside what is on the stage: a column on a wide screen, a row above it on a narrow one. */
export function Strip({ people }: { readonly people: readonly CallParticipant[] }) {
  const t = useTranslations('meeting');
  if (people.length === 0) return null;
  return (
    <section
      aria-label={t('stage.people')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="shrink-0 overflow-auto rounded-m p-[3px] md:w-[242px] [scrollbar-width:thin]"
    >
      <ul className="flex gap-2 md:flex-col">
        {people.map((participant) => (
          <Tile
            key={participant.identity}
            participant={participant}
            small
            className="h-[84px] w-[126px] shrink-0 md:h-[133px] md:w-full"
          />
        ))}
      </ul>
    </section>
  );
}
