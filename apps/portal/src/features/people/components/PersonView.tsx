'use client';

import type { Page, PersonDetail, Session } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Badge } from '@hemicycle/ui/Badge';
import { Button } from '@hemicycle/ui/Button';
import { Globe, Plus, Send, Settings } from '@hemicycle/ui/icons';
import { List } from '@hemicycle/ui/List';
import { ListRow } from '@hemicycle/ui/ListRow';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { useMe } from '@/features/shell';
import { SpaceTile } from '@/features/spaces';
import { openCreateSpaceWith } from '@/features/spaces/openCreateSpace';
import { PersonSessions } from './PersonSessions';

export interface PersonViewProps {
  readonly person: PersonDetail;
  /** Where they are signed in; null for whom that does not concern. */
  readonly sessions: Page<Session> | null;
}

/** Who someone is, the rooms one shares with them and, for administrators, where they are signed in. */
export function PersonView({ person, sessions }: PersonViewProps) {
  const t = useTranslations('people');
  const me = useMe();
  const isMe = person.id === me.id;
  return (
    <div className="mx-auto flex w-full max-w-[760px] flex-col gap-8 px-4 py-6 sm:px-6 lg:py-10">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Avatar name={person.name} hue={person.hue} size="xl" />
        <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
          <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-title font-bold [overflow-wrap:anywhere]">
            {person.name}
            {isMe && <Badge tone="primary">{t('you')}</Badge>}
            {person.guest && <Badge tone="amber">{t('guest')}</Badge>}
            {person.organisation !== null && <Badge icon={<Globe />}>{person.organisation}</Badge>}
          </h1>
          {person.title && <p className="text-md text-ink-2">{person.title}</p>}
          {person.email && <p className="text-ink-3 [overflow-wrap:anywhere]">{person.email}</p>}
        </div>
        <Actions person={person} isMe={isMe} />
      </header>
      <section aria-labelledby="shared-spaces" className="flex flex-col gap-2.5">
        <h2 id="shared-spaces" className="text-sm font-semibold text-ink-2">
          {isMe ? t('person.sharedYou') : t('person.shared')}
        </h2>
        {person.sharedSpaces.length === 0 ? (
          <p className="text-ink-3">{t('person.noShared')}</p>
        ) : (
          <List aria-labelledby="shared-spaces">
            {person.sharedSpaces.map((space) => (
              <ListRow
                key={space.id}
                href={`/spaces/${space.id}`}
                before={<SpaceTile name={space.name} />}
                title={space.name}
              />
            ))}
          </List>
        )}
      </section>
      {sessions && <PersonSessions person={person} initial={sessions} />}
    </div>
  );
}

function Actions({ person, isMe }: { readonly person: PersonDetail; readonly isMe: boolean }) {
  const t = useTranslations('people.person');
  const me = useMe();
  if (isMe) {
    return (
      <Link href="/settings" className={buttonClass()}>
        <Settings />
        {t('settings')}
      </Link>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      {person.email && (
        <a
          href={`mailto:${person.email}`}
          aria-label={t('email', { name: person.name })}
          className={buttonClass()}
        >
          <Send />
          {t('emailShort')}
        </a>
      )}
      {me.organisation.abilities.createSpace && (
        <Button variant="primary" icon={<Plus />} onPress={() => openCreateSpaceWith([person])}>
          {t('newSpaceShort')}
        </Button>
      )}
    </div>
  );
}
