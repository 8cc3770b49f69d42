'use client';

import type { GuestDoor } from '@hemicycle/contracts';
import { useLocale, useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { type FormEvent, useState } from 'react';
import { useCode } from '../hooks/useCode';
import { useEnter } from '../hooks/useEnter';
import { DoorFields, type DoorValues } from './DoorFields';
import { DoorHead } from './DoorHead';

export interface DoorFormProps {
  readonly token: string;
  readonly door: GuestDoor;
  readonly signedInAs: { readonly name: string; readonly guest: boolean } | null;
  /** The way in closed meanwhile. */
  readonly onGone: () => void;
}

/** Where nothing is missing, one button is all there is to do. */
export function DoorForm({ token, door, signedInAs, onGone }: DoorFormProps) {
  const t = useTranslations('guests.door');
  const locale = useLocale();
  const [values, setValues] = useState<DoorValues>({ name: door.name, email: '', password: '', code: '' });
  const entering = useEnter(onGone);
  const code = useCode();
  const who = door.needsEmail && { email: values.email };
  const sendCode = () => void code.send({ token, locale, ...who });
  const waitsForCode = door.needsCode && !code.sent;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (waitsForCode) {
      sendCode();
      return;
    }
    void entering.enter({
      token,
      name: values.name.trim(),
      locale,
      ...who,
      ...(door.needsCode && { code: values.code.trim() }),
      ...(door.needsPassword && { password: values.password }),
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <DoorHead door={door} />
      {signedInAs && !signedInAs.guest && (
        <p className="rounded-m bg-amber-soft px-3 py-2 text-sm text-amber">
          {t('signedIn', { name: signedInAs.name })}
        </p>
      )}
      <DoorFields
        door={door}
        values={values}
        onChange={(change) => setValues({ ...values, ...change })}
        codeSent={code.sent}
        problem={entering.error ?? code.error}
      />
      <Button type="submit" variant="primary" size="l" isPending={entering.busy || code.busy}>
        {waitsForCode ? t('sendCode') : t('enter')}
      </Button>
      {code.sent && (
        <Button variant="quiet" isPending={code.busy} onPress={sendCode}>
          {t('anotherCode')}
        </Button>
      )}
      <p className="text-sm text-ink-3">{t('guestHint')}</p>
    </form>
  );
}
