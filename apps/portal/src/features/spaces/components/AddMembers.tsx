'use client';

import type { PersonSummary, Role } from '@hemicycle/contracts';
import { ROLES } from '@hemicycle/contracts/roleOrder';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Button } from '@hemicycle/ui/Button';
import { Card } from '@hemicycle/ui/Card';
import { Chip } from '@hemicycle/ui/Chip';
import { UserPlus } from '@hemicycle/ui/icons';
import { useState } from 'react';
import { PersonPicker } from '@/features/people/PersonPicker';
import { RoleField } from '@/features/sharing/RoleField';
import type { MemberActions } from '../hooks/useMemberActions';

export interface AddMembersProps {
  readonly spaceId: string;
  readonly actions: MemberActions;
}

/** Picks one or several people, says as what, adds them. */
export function AddMembers({ spaceId, actions }: AddMembersProps) {
  const t = useTranslations('spaces');
  const [people, setPeople] = useState<readonly PersonSummary[]>([]);
  const [role, setRole] = useState<Role>('editor');
  const [isSending, setSending] = useState(false);

  const add = async () => {
    setSending(true);
    setPeople(await actions.add(people, role));
    setSending(false);
  };

  return (
    <Card as="section" aria-label={t('membersTab.add')} className="flex flex-col gap-3 p-4 sm:p-5">
      <div className="flex flex-wrap items-end gap-3">
        <PersonPicker
          label={t('membersTab.whom')}
          placeholder={t('membersTab.addPlaceholder')}
          notInSpace={spaceId}
          without={people.map((person) => person.id)}
          onPick={(person) => setPeople((all) => [...all, person])}
          className="flex-1 basis-60"
        />
        <RoleField
          on="space"
          roles={ROLES}
          label={t('membersTab.roleLabel')}
          value={role}
          onChange={setRole}
          className="w-44 max-sm:flex-1"
        />
        <Button
          variant="primary"
          icon={<UserPlus />}
          isDisabled={people.length === 0}
          isPending={isSending}
          onPress={() => void add()}
        >
          {t('membersTab.add')}
        </Button>
      </div>
      {people.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {people.map((person) => (
            <li key={person.id}>
              <Chip
                before={<Avatar name={person.name} hue={person.hue} size="xs" />}
                removeLabel={t('create.removePerson', { name: person.name })}
                onRemove={() => setPeople((all) => all.filter((one) => one.id !== person.id))}
              >
                {person.name}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
