'use client';

import type { ResourceType, Role, SharedGrant } from '@hemicycle/contracts';
import { LIMITS } from '@hemicycle/contracts/limits';
import { useLocale, useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Send } from '@hemicycle/ui/icons';
import { Select } from '@hemicycle/ui/Select';
import { Switch } from '@hemicycle/ui/Switch';
import { TextField } from '@hemicycle/ui/TextField';
import { useToast } from '@hemicycle/ui/Toaster';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';

export interface InviteByMailProps {
  readonly resourceType: ResourceType;
  readonly resourceId: string;
  /** Roles the caller may give, as the sharing of the resource says. */
  readonly grantableRoles: readonly Role[];
  /** Until when a grant by the caller may last at most, by role, as the sharing says; null or left out: without end. */
  readonly grantableUntil?: Partial<Record<Role, string | null>>;
  readonly onInvited?: (grant: SharedGrant) => void;
}

const DAYS = [7, 30, 90, 365] as const;
const DAY = 86_400_000;

/** Invites somebody from outside by mail: an address, what they may, for how long. */
export function InviteByMail({
  resourceType,
  resourceId,
  grantableRoles,
  grantableUntil,
  onInvited,
}: InviteByMailProps) {
  const t = useTranslations('sharing.invite');
  const words = useProblemWords();
  const toast = useToast();
  const locale = useLocale();
  const roles = grantableRoles.filter((role) => role !== 'owner');
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Exclude<Role, 'owner'>>(roles.includes('editor') ? 'editor' : 'reader');
  const [days, setDays] = useState<string>('30');
  const [needsCode, setNeedsCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (roles.length === 0) return null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const wanted = Date.now() + Number(days) * DAY;
      const most = Date.parse(grantableUntil?.[role] ?? '');
      const expiresAt = new Date(Number.isNaN(most) ? wanted : Math.min(wanted, most)).toISOString();
      const grant = await api('POST /access/{resourceType}/{resourceId}/guests', {
        params: { resourceType, resourceId },
        body: { email, role, expiresAt, needsCode, locale, ...(name.trim() !== '' && { name }) },
      });
      toast({ message: t('sent', { email }) });
      setEmail('');
      setName('');
      onInvited?.(grant);
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)} aria-label={t('title')} className="flex flex-col gap-4">
      <TextField
        label={t('email')}
        description={t('hint')}
        type="email"
        value={email}
        onChange={setEmail}
        maxLength={254}
        autoComplete="off"
        isRequired
        {...(error !== null && { error: `${words(error).title}. ${words(error).text}` })}
      />
      <TextField
        label={t('name')}
        description={t('nameHint')}
        value={name}
        onChange={setName}
        maxLength={LIMITS.guestNameLength}
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-4">
        <Select
          label={t('role')}
          className="min-w-40 flex-1"
          value={role}
          onChange={setRole}
          options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        />
        <Select
          label={t('until')}
          className="min-w-40 flex-1"
          value={days}
          onChange={setDays}
          options={DAYS.filter((count) => count <= LIMITS.guestDays).map((count) => ({
            value: String(count),
            label: t('days', { count }),
          }))}
        />
      </div>
      <Switch isSelected={needsCode} onChange={setNeedsCode} detail={t('codeHint')}>
        {t('code')}
      </Switch>
      <Button type="submit" variant="primary" icon={<Send />} isPending={busy} className="self-start">
        {t('send')}
      </Button>
    </form>
  );
}
