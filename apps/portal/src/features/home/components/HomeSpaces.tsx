'use client';

import type { SpaceSummary } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Card } from '@hemicycle/ui/Card';
import { Count } from '@hemicycle/ui/Count';
import { Plus } from '@hemicycle/ui/icons';
import { List } from '@hemicycle/ui/List';
import { ListRow } from '@hemicycle/ui/ListRow';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { InCallMark, SpaceTile } from '@/features/spaces';
import { isCalling } from '../lib/isCalling';
import { SectionHead } from './SectionHead';

/** More than this is a list of its own, and it has a page. */
const shown = 8;

export interface HomeSpacesProps {
  readonly spaces: readonly SpaceSummary[];
  readonly canCreateSpace: boolean;
}

/** My spaces, the active ones first, with what is new in them. */
export function HomeSpaces({ spaces, canCreateSpace }: HomeSpacesProps) {
  const t = useTranslations('home.spaces');
  return (
    <section aria-labelledby="home-spaces" className="min-w-0 max-lg:order-4">
      <SectionHead
        id="home-spaces"
        title={t('title')}
        {...(spaces.length > 0 && { all: { href: '/spaces', label: t('all') } })}
      />
      {spaces.length === 0 ? (
        <Card className="flex flex-col items-start gap-3 px-5 py-4">
          <p className="text-ink-2">{canCreateSpace ? t('empty') : t('guestHint')}</p>
          {canCreateSpace && (
            <Link href="/spaces?new=1" className={buttonClass()}>
              <Plus />
              {t('create')}
            </Link>
          )}
        </Card>
      ) : (
        <List aria-labelledby="home-spaces">
          {spaces.slice(0, shown).map((space) => (
            <ListRow
              key={space.id}
              href={`/spaces/${space.id}`}
              before={<SpaceTile name={space.name} />}
              title={space.name}
              after={<SpaceMarks space={space} />}
            />
          ))}
        </List>
      )}
    </section>
  );
}

function SpaceMarks({ space }: { readonly space: SpaceSummary }) {
  const t = useTranslations('home.spaces');
  const inCall = isCalling(space) ? space.call.participantCount : 0;
  if (inCall === 0 && space.unreadCount === 0) return null;
  return (
    <>
      {inCall > 0 && <InCallMark label={t('inCall', { count: inCall })} />}
      {space.mentionCount > 0 && (
        <span className="text-sm font-semibold text-primary-ink">
          <span aria-hidden="true">@</span>
          <span className="sr-only">{t('mentions', { count: space.mentionCount })}</span>
        </span>
      )}
      <Count value={space.unreadCount} label={t('unread', { count: space.unreadCount })} />
    </>
  );
}
