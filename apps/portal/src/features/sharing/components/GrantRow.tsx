'use client';

import type { Role, SharedGrant } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Badge } from '@hemicycle/ui/Badge';
import { Clock, Ellipsis, LogOut, UserMinus } from '@hemicycle/ui/icons';
import { MenuButton, type MenuEntry } from '@hemicycle/ui/MenuButton';
import { useMe } from '@/features/shell';
import { useShare } from '../hooks/shareContext';
import { useDayWords } from '../hooks/useDayWords';
import { rolesFor } from '../lib/rolesFor';
import { ChangePanel } from './ChangePanel';
import { GroupMark } from './GroupMark';
import { RoleField } from './RoleField';
import { UntilField } from './UntilField';

/** One thing that was given: to whom, why, as what, until when; to be changed where one stands, or taken back. */
export function GrantRow({ grant }: { readonly grant: SharedGrant }) {
  const t = useTranslations('sharing.list');
  const roles = useTranslations('spaces.roles');
  const me = useMe();
  const { sharing, pending, consider } = useShare();
  const { subject, abilities } = grant;
  const name = subject.type === 'person' ? subject.person.name : subject.group.name;
  const isMe = subject.type === 'person' && subject.person.id === me.id;
  const isGuest = subject.type === 'person' && subject.person.guest;
  const at = `grant ${grant.id}`;
  const change = pending?.at === at && pending.change.change === 'change' ? pending.change : null;
  const askRole = (role: Role) =>
    consider(
      role === grant.role ? null : { at, name, change: { change: 'change', grantId: grant.id, role } },
    );
  return (
    <li data-grant={name} className="flex flex-col gap-3 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {subject.type === 'person' ? (
          <Avatar name={name} hue={subject.person.hue} size="l" />
        ) : (
          <GroupMark size="l" />
        )}
        <div className="min-w-0 flex-1 basis-20">
          <p className="flex flex-wrap items-center gap-x-2">
            <span className="min-w-0 truncate font-semibold">{name}</span>
            {isMe && <Badge tone="primary">{t('you')}</Badge>}
            {isGuest && <Badge tone="amber">{t('guest')}</Badge>}
            {grant.barred && <Badge tone="danger">{t('barred')}</Badge>}
          </p>
          <GrantDetails grant={grant} />
        </div>
        <div className="ml-auto flex items-center gap-1">
          {abilities.change ? (
            <RoleField
              label={t('roleOf', { name })}
              hideLabel
              quiet
              on={sharing.resourceType}
              roles={rolesFor(isGuest, sharing.grantableRoles)}
              value={change?.role ?? grant.role}
              onChange={askRole}
            />
          ) : (
            <span className="px-2 font-medium text-ink-2">{roles(grant.role)}</span>
          )}
          <GrantMenu grant={grant} at={at} name={name} isMe={isMe} />
        </div>
      </div>
      <GrantChange grant={grant} at={at} name={name} isMe={isMe} />
    </li>
  );
}

/** Until when, and by whom where that is somebody else. */
function GrantDetails({ grant }: { readonly grant: SharedGrant }) {
  const t = useTranslations('sharing.list');
  const day = useDayWords();
  const me = useMe();
  const { subject, expiresAt, grantedBy } = grant;
  const details = [
    ...(subject.type === 'group' ? [t('group')] : []),
    ...(grantedBy !== null && grantedBy.id !== me.id ? [t('by', { name: grantedBy.name })] : []),
    ...(expiresAt === null ? [] : [t('until', { date: day(expiresAt) })]),
  ];
  if (details.length === 0) return null;
  return <p className="text-sm text-ink-3">{details.join(' · ')}</p>;
}

interface GrantPartProps {
  readonly grant: SharedGrant;
  readonly at: string;
  readonly name: string;
  readonly isMe: boolean;
}

function GrantMenu({ grant, at, name, isMe }: GrantPartProps) {
  const t = useTranslations('sharing.list');
  const { consider } = useShare();
  const items: MenuEntry[] = [];
  if (grant.abilities.change) {
    items.push({
      id: 'end',
      label: t(grant.expiresAt === null ? 'setEnd' : 'changeEnd'),
      icon: <Clock />,
      onAction: () =>
        consider({
          at,
          name,
          change: { change: 'change', grantId: grant.id, expiresAt: grant.expiresAt },
        }),
    });
  }
  if (grant.abilities.revoke) {
    items.push({
      id: 'revoke',
      label: t(isMe ? 'giveUp' : 'takeBack'),
      icon: isMe ? <LogOut /> : <UserMinus />,
      tone: 'danger',
      onAction: () => consider({ at, name, change: { change: 'revoke', grantId: grant.id } }),
    });
  }
  if (items.length === 0) return null;
  return (
    <MenuButton
      iconOnly
      size="s"
      variant="quiet"
      label={t('menu', { name })}
      icon={<Ellipsis />}
      items={items}
    />
  );
}

function GrantChange({ grant, at, name, isMe }: GrantPartProps) {
  const t = useTranslations('sharing');
  const { sharing, pending, consider } = useShare();
  if (pending?.at !== at) return null;
  const { change } = pending;
  const confirm = change.change === 'revoke' && isMe ? 'leave' : change.change;
  const isEnd = change.change === 'change' && change.role === undefined;
  return (
    <ChangePanel at={at} confirm={t(`preview.confirm.${confirm}`)} asksFirst={isEnd}>
      {isEnd && (
        <UntilField
          label={t('until.of', { name })}
          className="max-w-64"
          value={change.expiresAt ?? null}
          latest={sharing.grantableUntil[grant.role] ?? null}
          onChange={(expiresAt) =>
            consider({ at, name, change: { change: 'change', grantId: grant.id, expiresAt } })
          }
        />
      )}
    </ChangePanel>
  );
}
