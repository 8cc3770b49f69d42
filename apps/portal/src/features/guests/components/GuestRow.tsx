'use client';

import type { GuestAccount } from '@hemicycle/contracts';
import { formatLocale } from '@hemicycle/i18n';
import { useLocale, useTimeZone, useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Badge } from '@hemicycle/ui/Badge';
import { Button } from '@hemicycle/ui/Button';

export interface GuestRowProps {
  readonly guest: GuestAccount;
  readonly isRemoving: boolean;
  readonly onRemove: () => void;
}

export function GuestRow({ guest, isRemoving, onRemove }: GuestRowProps) {
  const t = useTranslations('guests.list');
  const locale = useLocale();
  const timeZone = useTimeZone();
  const day = (time: string) =>
    new Date(time).toLocaleDateString(formatLocale(locale), {
      dateStyle: 'medium',
      ...(timeZone !== undefined && { timeZone }),
    });
  const { person, email, invitedBy, enteredAt, lastSeenAt, places, until } = guest;
  const facts = [
    email === '' ? t('byName') : email,
    ...(invitedBy === null ? [] : [t('invitedBy', { name: invitedBy.name })]),
    t('places', { count: places }),
    ...(until === null ? [] : [t('until', { day: day(until) })]),
    lastSeenAt !== null ? t('lastSeen', { day: day(lastSeenAt) }) : enteredAt === null ? t('notYet') : '',
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-3">
      <Avatar name={person.name} hue={person.hue} size="l" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          <span className="min-w-0 break-words">{person.name}</span>
          <Badge tone="amber">{t('guest')}</Badge>
        </p>
        <p className="text-sm break-words text-ink-3">{facts.join(' · ')}</p>
      </div>
      <Button aria-label={t('removeWho', { name: person.name })} isPending={isRemoving} onPress={onRemove}>
        {t('remove')}
      </Button>
    </li>
  );
}
