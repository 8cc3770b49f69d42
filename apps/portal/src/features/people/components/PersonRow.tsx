'use client';

import type { Person } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Badge } from '@hemicycle/ui/Badge';
import { Globe } from '@hemicycle/ui/icons';
import Link from 'next/link';
import { Highlight } from '@/features/search/Highlight';

export interface PersonRowProps {
  readonly person: Person;
  readonly query: string;
  readonly isMe: boolean;
}

/** A person in the directory. */
export function PersonRow({ person, query, isMe }: PersonRowProps) {
  const t = useTranslations('people');
  return (
    <li className="flex min-h-[60px] items-center gap-3.5 px-4 py-2.5 transition-colors hover:bg-sunken focus-within:bg-sunken sm:px-5">
      <Avatar name={person.name} hue={person.hue} size="l" />
      <div className="min-w-0 flex-1 sm:grid sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] sm:items-center sm:gap-6">
        <div className="min-w-0">
          <div className="flex items-center gap-2">
            <Link
              href={`/people/${person.id}`}
              className="truncate font-semibold text-ink no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
            >
              <Highlight text={person.name} query={query} />
            </Link>
            {isMe && <Badge tone="primary">{t('you')}</Badge>}
            {person.guest && <Badge tone="amber">{t('guest')}</Badge>}
            {person.organisation !== null && <Badge icon={<Globe />}>{person.organisation}</Badge>}
          </div>
          {person.title && <p className="truncate text-sm text-ink-3">{person.title}</p>}
        </div>
        {person.email && <p className="truncate text-sm text-ink-3">{person.email}</p>}
      </div>
    </li>
  );
}
