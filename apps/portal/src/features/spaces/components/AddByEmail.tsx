'use client';

import type { Role } from '@hemicycle/contracts';
import { ROLES } from '@hemicycle/contracts/roleOrder';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { TextField } from '@hemicycle/ui/TextField';
import { useToast } from '@hemicycle/ui/Toaster';
import { type FormEvent, useState } from 'react';
import { RoleField } from '@/features/sharing/RoleField';
import { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';

/** Adds somebody of another organisation, whom nobody here can look up, by their exact address. */
export function AddByEmail({ spaceId }: { readonly spaceId: string }) {
  const t = useTranslations('spaces');
  const words = useProblemWords();
  const toast = useToast();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    try {
      const { person } = await api('POST /spaces/{spaceId}/members', {
        params: { spaceId },
        body: { email: email.trim(), role },
      });
      toast({ message: t('membersTab.added', { name: person.name, role: t(`roles.${role}`) }) });
      setEmail('');
      setProblem(null);
    } catch (error) {
      const unknown = error instanceof ApiProblem && ['not_found', 'invalid_input'].includes(error.code);
      setProblem(unknown ? t('sharedWith.unknown') : words(error).text);
    } finally {
      setSending(false);
    }
  };

  return (
    <form onSubmit={(event) => void add(event)} className="flex flex-wrap items-end gap-3">
      <TextField
        label={t('sharedWith.email')}
        type="email"
        value={email}
        onChange={(value) => {
          setEmail(value);
          setProblem(null);
        }}
        {...(problem === null ? {} : { error: problem })}
        className="flex-1 basis-60"
      />
      <RoleField
        on="space"
        roles={ROLES.filter((role) => role !== 'owner')}
        label={t('membersTab.roleLabel')}
        value={role}
        onChange={setRole}
        className="w-44 max-sm:flex-1"
      />
      <Button type="submit" isDisabled={email.trim() === ''} isPending={isSending}>
        {t('sharedWith.add')}
      </Button>
    </form>
  );
}
