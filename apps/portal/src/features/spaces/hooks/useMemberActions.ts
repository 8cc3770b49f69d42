'use client';

import type { Member, PersonSummary, Role } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useToast } from '@hemicycle/ui/Toaster';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/lib/api';
import { listKey } from '@/lib/reads/useSeededList';
import { useProblemWords } from '@/lib/useProblemWords';
import { dropMember, type MemberPages, putMember } from '../lib/changeMembers';

export interface MemberActions {
  /** Whose row waits for the server. */
  readonly busy: ReadonlySet<string>;
  /** @returns those who could not be added */
  add(people: readonly PersonSummary[], role: Role): Promise<readonly PersonSummary[]>;
  changeRole(member: Member, role: Role): Promise<void>;
  remove(member: Member): Promise<void>;
}

const memberRoute = '/spaces/{spaceId}/members/{userId}';

/**
 * Changes of a space's members. Each counts at once: who is removed loses access now, not when a toast has faded, so
 * undo adds them again with the role they had.
 */
export function useMemberActions(spaceId: string): MemberActions {
  const t = useTranslations('spaces');
  const words = useProblemWords();
  const toast = useToast();
  const queries = useQueryClient();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());

  const show = (change: (data: MemberPages) => MemberPages) =>
    queries.setQueryData<MemberPages>(
      listKey('GET /spaces/{spaceId}/members', { params: { spaceId } }),
      (data) => data && change(data),
    );
  const put = (member: Member): void => void show((data) => putMember(data, member));

  const during = async (userId: string, run: () => Promise<void>) => {
    setBusy((all) => new Set(all).add(userId));
    try {
      await run();
    } catch (error) {
      toast({ tone: 'danger', message: t('membersTab.failed', { reason: words(error).text }) });
    } finally {
      setBusy((all) => new Set([...all].filter((id) => id !== userId)));
    }
  };

  const post = async (userId: string, role: Role) =>
    put(await api('POST /spaces/{spaceId}/members', { params: { spaceId }, body: { userId, role } }));

  const patch = async (userId: string, role: Role) =>
    put(await api(`PATCH ${memberRoute}`, { params: { spaceId, userId }, body: { role } }));

  const drop = async (userId: string) => {
    await api(`DELETE ${memberRoute}`, { params: { spaceId, userId } });
    show((data) => dropMember(data, userId));
  };

  return {
    busy,
    async add(people, role) {
      const left: PersonSummary[] = [];
      for (const person of people) {
        await during(person.id, async () => {
          left.push(person);
          await post(person.id, role);
          left.pop();
        });
      }
      const added = people.filter((person) => !left.includes(person));
      for (const person of added) {
        toast({
          message: t('membersTab.added', { name: person.name, role: t(`roles.${role}`) }),
          onUndo: () => void during(person.id, () => drop(person.id)),
        });
      }
      return left;
    },
    changeRole: (member, role) =>
      during(member.person.id, async () => {
        const { id, name } = member.person;
        await patch(id, role);
        toast({
          message: t('membersTab.changed', { name, role: t(`roles.${role}`) }),
          onUndo: () => void during(id, () => patch(id, member.role)),
        });
      }),
    remove: (member) =>
      during(member.person.id, async () => {
        const { id, name } = member.person;
        await drop(id);
        toast({
          message: t('membersTab.removed', { name }),
          onUndo: () =>
            void during(id, async () => {
              await post(id, member.role);
              toast({ message: t('membersTab.restored', { name }) });
            }),
        });
      }),
  };
}
