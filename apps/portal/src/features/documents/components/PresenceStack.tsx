'use client';

import type { StampedUser } from '@hemicycle/contracts';
import { useFormatter, useTranslations } from '@hemicycle/i18n/client';
import { useAnnounce } from '@hemicycle/ui/Announcer';
import { Avatar } from '@hemicycle/ui/Avatar';
import { AvatarStack } from '@hemicycle/ui/AvatarStack';
import { Badge } from '@hemicycle/ui/Badge';
import { PopoverButton } from '@hemicycle/ui/PopoverButton';
import { useEffect, useRef } from 'react';

export interface PresenceStackProps {
  readonly people: readonly StampedUser[];
  /** Goes to where a person writes. */
  readonly onGo: (person: StampedUser) => void;
}

/** Who else has the document open. Comings and goings are told, a name at a time. */
export function PresenceStack({ people, onGo }: PresenceStackProps) {
  const t = useTranslations('documents.presence');
  const format = useFormatter();
  useArrivals(people);
  if (people.length === 0) return null;
  const names = t('label', {
    names: format.list(people.map(({ name, guest }) => (guest ? t('asGuest', { name }) : name))),
  });
  return (
    <PopoverButton
      label={names}
      iconOnly
      variant="quiet"
      className="w-auto px-1"
      icon={<AvatarStack people={people} size="m" max={4} label={names} />}
    >
      {(close) => (
        <ul className="flex max-h-80 w-60 flex-col gap-0.5 overflow-y-auto">
          {people.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                className="flex min-h-10 w-full items-center gap-2.5 rounded-s px-2 text-left hover:bg-hover"
                onClick={() => {
                  close();
                  onGo(person);
                }}
              >
                <Avatar name={person.name} hue={person.hue} size="s" />
                <span className="min-w-0 flex-1 truncate">{person.name}</span>
                {person.guest && <Badge tone="amber">{t('guest')}</Badge>}
                <span className="text-xs text-ink-3">{t('go')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </PopoverButton>
  );
}

function useArrivals(people: readonly StampedUser[]): void {
  const t = useTranslations('documents.presence');
  const announce = useAnnounce();
  const before = useRef<readonly StampedUser[] | null>(null);
  useEffect(() => {
    const known = before.current;
    before.current = people;
    if (!known) return;
    const has = (list: readonly StampedUser[], { id }: StampedUser) => list.some((one) => one.id === id);
    for (const person of people) if (!has(known, person)) announce(t('arrived', { name: person.name }));
    for (const person of known) if (!has(people, person)) announce(t('left', { name: person.name }));
  }, [people, announce, t]);
}
