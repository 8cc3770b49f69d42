'use client';

import type { Link, LinkRole } from '@hemicycle/contracts';
import { LIMITS } from '@hemicycle/contracts/limits';
import { LINK_REACHES, roleAtLeast } from '@hemicycle/contracts/roleOrder';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Select } from '@hemicycle/ui/Select';
import { Switch } from '@hemicycle/ui/Switch';
import { TextField } from '@hemicycle/ui/TextField';
import { type FormEvent, useState } from 'react';
import { useLabelName } from '@/features/labels/useLabelName';
import { type PendingChange, useShare } from '../hooks/shareContext';
import { RoleField } from './RoleField';
import { UntilField } from './UntilField';

type OpenReach = 'organisation' | 'anyone';

const LINK_ROLES = ['reader', 'commenter', 'editor'] as const satisfies readonly LinkRole[];
const OPEN_REACHES = ['organisation', 'anyone'] as const satisfies readonly OpenReach[];

export interface LinkFormProps {
  /** The one there is; null: it is made. */
  readonly link: Link | null;
  readonly onCancel: () => void;
  readonly onDone: (wanted: Pick<PendingChange, 'change' | 'password'>) => void;
}

/** For whom, as what, until when, and with a password or not; within what is allowed here and above. */
export function LinkForm({ link, onCancel, onDone }: LinkFormProps) {
  const t = useTranslations('sharing.link');
  const common = useTranslations('common');
  const form = useLinkForm(link, onDone);
  const { reaches, roles } = form;
  const { resourceType: resource, labels } = useShare().sharing;
  const nameOf = useLabelName();
  const count = LIMITS.linkPasswordMin;
  const isKept = link?.password ?? false;
  return (
    <form
      noValidate
      onSubmit={form.submit}
      className="flex flex-col gap-4 rounded-m border border-line-strong bg-sunken p-4"
    >
      <Select
        label={t('reach')}
        value={form.reach}
        onChange={form.setReach}
        options={reaches.map((value) => ({ value, label: t(value), detail: t(`${value}Detail`) }))}
      />
      {labels.effective?.linkReach === 'organisation' && (
        <p className="text-sm text-ink-3">{t('lessByLabel', { label: nameOf(labels.effective) })}</p>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <RoleField label={t('role')} on={resource} roles={roles} value={form.role} onChange={form.setRole} />
        <UntilField label={t('until')} value={form.until} onChange={form.setUntil} latest={form.latest} />
      </div>
      {form.reach === 'anyone' && (
        <Switch isSelected={form.guestCode} onChange={form.setGuestCode} detail={t('guestCodeDetail')}>
          {t('guestCode')}
        </Switch>
      )}
      <Switch isSelected={form.asks} onChange={form.setAsks}>
        {t('passwordSwitch')}
      </Switch>
      {form.asks && (
        <TextField
          label={t(isKept ? 'passwordNew' : 'password')}
          type="password"
          autoComplete="new-password"
          value={form.password}
          onChange={form.setPassword}
          maxLength={LIMITS.linkPasswordMax}
          description={isKept ? t('passwordKeep') : t('passwordHint', { count })}
          {...(form.isShort && { error: t('passwordShort', { count }) })}
        />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={onCancel}>{common('cancel')}</Button>
        <Button type="submit" variant="primary">
          {t('review')}
        </Button>
      </div>
    </form>
  );
}

function useLinkForm(link: Link | null, onDone: LinkFormProps['onDone']) {
  const { linkAllowed, grantableRoles, grantableUntil } = useShare().sharing;
  const most = LINK_REACHES.indexOf(linkAllowed.reach);
  const reaches = OPEN_REACHES.filter((reach) => LINK_REACHES.indexOf(reach) <= most);
  const roles = LINK_ROLES.filter(
    (role) => roleAtLeast(linkAllowed.role, role) && grantableRoles.includes(role),
  );
  const known = link?.reach === 'organisation' || link?.reach === 'anyone' ? link.reach : undefined;
  const [reach, setReach] = useState<OpenReach>(
    known !== undefined && reaches.includes(known) ? known : 'organisation',
  );
  const [role, setRole] = useState<LinkRole>(link && roles.includes(link.role) ? link.role : 'reader');
  const latest = grantableUntil[role] ?? null;
  const [until, setUntil] = useState<string | null>(link?.expiresAt ?? latest);
  const [guestCode, setGuestCode] = useState(link?.guestCode ?? false);
  const [asks, setAsks] = useState(link?.password ?? false);
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const keeps = (link?.password ?? false) && password === '';
  const isShort = asks && !keeps && password.length < LIMITS.linkPasswordMin;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isShort) return;
    const hadOne = link?.password ?? false;
    // Left out: it stays as it is. Any other asks everybody again, which is what renewing does to them.
    const next = asks ? (keeps ? undefined : password) : hadOne ? null : undefined;
    const terms = { reach, role, expiresAt: until, guestCode } as const;
    const change = { change: 'link', ...terms, renew: next !== undefined } as const;
    onDone({ change, ...(next !== undefined && { password: next }) });
  };
  return {
    reaches,
    roles,
    reach,
    setReach,
    role,
    setRole,
    until,
    setUntil,
    latest,
    guestCode,
    setGuestCode,
    asks,
    setAsks,
    password,
    setPassword,
    isShort: isTried && isShort,
    submit,
  };
}
