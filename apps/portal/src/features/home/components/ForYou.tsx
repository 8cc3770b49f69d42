'use client';

import type { Mention, SpaceSummary } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Card } from '@hemicycle/ui/Card';
import { List } from '@hemicycle/ui/List';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import Link from 'next/link';
import { SectionHead } from './SectionHead';

export interface ForYouProps {
  readonly mentions: readonly Mention[];
  readonly spaces: readonly SpaceSummary[];
}

/** Who waits for me: unread mentions. Each leads to its message in the conversation. */
export function ForYou({ mentions, spaces }: ForYouProps) {
  const t = useTranslations('home.forYou');
  const rest = spaces.reduce((sum, space) => sum + space.mentionCount, 0) - mentions.length;
  return (
    <section aria-labelledby="home-for-you" className="min-w-0 max-lg:order-2">
      <SectionHead id="home-for-you" title={t('title')} />
      {mentions.length === 0 ? (
        <Card className="px-5 py-4">
          <p className="font-semibold">{t('empty')}</p>
          <p className="text-ink-2">{t('emptyHint')}</p>
        </Card>
      ) : (
        <>
          <List aria-labelledby="home-for-you">
            {mentions.map((mention) => (
              <MentionRow key={mention.messageId} mention={mention} />
            ))}
          </List>
          {rest > 0 && <p className="px-1 pt-2 text-sm text-ink-3">{t('more', { count: rest })}</p>}
        </>
      )}
    </section>
  );
}

function MentionRow({ mention }: { readonly mention: Mention }) {
  const t = useTranslations('home.forYou');
  return (
    <li className="flex gap-3 px-4 py-3.5 transition-colors hover:bg-sunken focus-within:bg-sunken">
      <Avatar name={mention.author.name} hue={mention.author.hue} />
      <div className="min-w-0 flex-1">
        <div className="flex items-start gap-3">
          <p className="min-w-0 flex-1 text-ink-2">
            <Link
              href={`/spaces/${mention.spaceId}?message=${mention.seq}`}
              className="text-ink-2 no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
            >
              {t.rich('mentioned', {
                name: mention.author.name,
                space: mention.spaceName,
                b: (words) => <span className="font-semibold text-ink">{words}</span>,
                at: (words) => <span className="font-medium text-primary-ink">{words}</span>,
              })}
            </Link>
          </p>
          <RelativeTime at={mention.createdAt} className="shrink-0 text-sm whitespace-nowrap text-ink-3" />
        </div>
        {mention.excerpt !== '' && (
          <p className="mt-1 line-clamp-3 text-ink-2">{t('quote', { excerpt: mention.excerpt })}</p>
        )}
      </div>
    </li>
  );
}
