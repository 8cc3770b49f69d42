'use client';

import type { Member, Role } from '@hemicycle/contracts';
import { ROLES } from '@hemicycle/contracts/roleOrder';
import { useFormatter, useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Badge } from '@hemicycle/ui/Badge';
import { IconButton } from '@hemicycle/ui/IconButton';
import { Globe, LogOut, UserMinus } from '@hemicycle/ui/icons';
import Link from 'next/link';
import { RoleField } from '@/features/sharing/RoleField';

export interface MemberRowProps {
  readonly member: Member;
  readonly isMe: boolean;
  /** Whether the reader may change members. */
  readonly manages: boolean;
  readonly isBusy: boolean;
  readonly onRole: (role: Role) => void;
  readonly onRemove: () => void;
}

/** A member: who, since when, as what. */
export function MemberRow({ member, isMe, manages, isBusy, onRole, onRemove }: MemberRowProps) {
  const t = useTranslations('spaces');
  const format = useFormatter();
  const { person } = member;
  const since = t('membersTab.since', {
    date: format.dateTime(new Date(member.since), { day: 'numeric', month: 'short', year: 'numeric' }),
  });
  return (
    <li
      aria-busy={isBusy}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 aria-busy:opacity-60"
    >
      <Avatar name={person.name} hue={person.hue} size="l" />
      <div className="min-w-0 flex-1 basis-28">
        <div className="flex flex-wrap items-center gap-x-2">
          <Link
            href={`/people/${person.id}`}
            className="truncate rounded-s font-semibold text-ink no-underline hover:text-primary-ink"
          >
            {person.name}
          </Link>
          {isMe && <Badge tone="primary">{t('membersTab.you')}</Badge>}
          {person.guest && <Badge tone="amber">{t('membersTab.guest')}</Badge>}
          {member.organisation !== null && <Badge icon={<Globe />}>{member.organisation}</Badge>}
        </div>
        <p className="truncate text-sm text-ink-3">
          {member.title !== null && member.title !== '' && (
            <>
              {member.title}
              <span aria-hidden="true"> · </span>
            </>
          )}
          {since}
        </p>
      </div>
      <div className="ml-auto flex items-center gap-1">
        {manages ? (
          <>
            <RoleField
              on="space"
              // A guest never comes to own anything.
              roles={person.guest ? ROLES.filter((role) => role !== 'owner') : ROLES}
              label={t('membersTab.roleOf', { name: person.name })}
              hideLabel
              quiet
              value={member.role}
              onChange={onRole}
              isDisabled={isBusy}
            />
            <IconButton
              label={isMe ? t('space.leave') : t('membersTab.removeLabel', { name: person.name })}
              icon={isMe ? <LogOut /> : <UserMinus />}
              isDisabled={isBusy}
              onPress={onRemove}
            />
          </>
        ) : (
          <>
            <span className="px-2 font-medium text-ink-2">{t(`roles.${member.role}`)}</span>
            {isMe && <IconButton label={t('space.leave')} icon={<LogOut />} onPress={onRemove} />}
          </>
        )}
      </div>
    </li>
  );
}
