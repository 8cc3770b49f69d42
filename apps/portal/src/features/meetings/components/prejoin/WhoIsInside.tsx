'use client';

import type { Room } from '@hemicycle/contracts';
import { useFormatter, useTranslations } from '@hemicycle/i18n/client';
import { AvatarStack } from '@hemicycle/ui/AvatarStack';

/** Who is in there already, and since when. */
export function WhoIsInside({ room }: { readonly room: Room }) {
  const t = useTranslations('meeting');
  const format = useFormatter();
  const { call } = room;
  const people = call?.participants ?? [];
  if (!call || people.length === 0) return <p className="mt-2 text-ink-2">{t('prejoin.empty')}</p>;
  const first = people.slice(0, 2).map((person) => person.name.split(' ')[0] ?? person.name);
  const rest = call.participantCount - first.length;
  const names = rest > 0 ? [...first, t('prejoin.others', { count: rest })] : first;
  const words = t('prejoin.inside', {
    names: format.list(names, { type: 'conjunction' }),
    count: call.participantCount,
  });
  return (
    <>
      <p className="mt-1.5 text-ink-2">
        {t('prejoin.since', { time: format.dateTime(new Date(call.startedAt), { timeStyle: 'short' }) })}
      </p>
      <p className="mt-4 flex items-center gap-2.5 text-ink-2">
        <AvatarStack people={people} label={people.map((person) => person.name).join(', ')} apart size="m" />
        {words}
      </p>
    </>
  );
}
