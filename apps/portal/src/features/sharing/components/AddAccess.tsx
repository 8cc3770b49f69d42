'use client';

import type { AccessChange, Role } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Chip } from '@hemicycle/ui/Chip';
import { Users } from '@hemicycle/ui/icons';
import { useState } from 'react';
import { useShare } from '../hooks/shareContext';
import type { Subject } from '../hooks/useSubjectSearch';
import { rolesFor } from '../lib/rolesFor';
import { ChangePanel } from './ChangePanel';
import { RoleField } from './RoleField';
import { SubjectPicker } from './SubjectPicker';
import { UntilField } from './UntilField';

const AT = 'add';

/** Gives a person or a group a role: pick, see what it does, confirm. Then the next. */
export function AddAccess() {
  const t = useTranslations('sharing.add');
  const untilWords = useTranslations('sharing.until');
  const { sharing, pending, consider } = useShare();
  const [subject, setSubject] = useState<Subject | null>(null);
  const [given, setGiven] = useState(0);
  const { grantableRoles: roles, grantableUntil: until, resourceType } = sharing;
  const change = pending?.at === AT && pending.change.change === 'grant' ? pending.change : null;

  const ask = (who: Subject, role: Role, expiresAt: string | null) => {
    const to =
      who.type === 'person'
        ? ({ type: 'person', userId: who.id } as const)
        : ({ type: 'group', groupId: who.id } as const);
    const wanted: AccessChange = { change: 'grant', subject: to, role, expiresAt };
    consider({ at: AT, change: wanted, name: who.name });
  };
  const pick = (who: Subject) => {
    const role = usualRole(roles);
    setSubject(who);
    setGiven((count) => count + 1);
    ask(who, role, until[role] ?? null);
  };

  if (!subject || !change) {
    return <SubjectPicker key={given} label={t('label')} withGroups onPick={pick} autoFocus={given > 0} />;
  }
  return (
    <ChangePanel at={AT} confirm={t('confirm', { name: subject.name })} returns={false}>
      <div className="flex flex-wrap items-center gap-2">
        <Chip
          before={
            subject.type === 'person' ? (
              <Avatar name={subject.name} hue={subject.person.hue} size="xs" />
            ) : (
              <Users className="size-4" />
            )
          }
          removeLabel={t('drop', { name: subject.name })}
          onRemove={() => consider(null)}
        >
          {subject.name}
        </Chip>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <RoleField
          label={t('role')}
          on={resourceType}
          roles={rolesFor(subject.type === 'person' && subject.person.guest, roles)}
          value={change.role}
          onChange={(role) => ask(subject, role, earlier(change.expiresAt ?? null, until[role] ?? null))}
        />
        <UntilField
          label={untilWords('label')}
          value={change.expiresAt ?? null}
          latest={until[change.role] ?? null}
          onChange={(expiresAt) => ask(subject, change.role, expiresAt)}
        />
      </div>
    </ChangePanel>
  );
}

/** What most are given: to write together, where one may give that. */
function usualRole(roles: readonly Role[]): Role {
  return roles.includes('editor') ? 'editor' : (roles.at(-1) ?? 'reader');
}

function earlier(wanted: string | null, latest: string | null): string | null {
  if (latest === null) return wanted;
  return wanted === null || wanted > latest ? latest : wanted;
}
