'use client';

import { useLocale, useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { TextField } from '@hemicycle/ui/TextField';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';

/** The way in was used or has ended: another is sent to the mailbox, if there is one for it. Nothing is told here. */
export function NewWayIn() {
  const t = useTranslations('guests.gone');
  const words = useProblemWords();
  const locale = useLocale();
  const [email, setEmail] = useState('');
  const [state, setState] = useState<'asking' | 'sending' | 'sent'>('asking');
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setState('sending');
    setError(null);
    try {
      await api('POST /guests/again', { body: { email, locale } });
      setState('sent');
    } catch (failure) {
      setError(failure);
      setState('asking');
    }
  };
  if (state === 'sent') {
    return (
      <div role="status" className="flex flex-col gap-2">
        <h1 className="text-title font-bold">{t('sentTitle')}</h1>
        <p className="text-md text-ink-2">{t('sentText', { email })}</p>
      </div>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <div className="flex flex-col gap-2">
        <h1 className="text-title font-bold">{t('title')}</h1>
        <p className="text-md text-ink-2">{t('text')}</p>
      </div>
      <TextField
        label={t('email')}
        type="email"
        value={email}
        onChange={setEmail}
        maxLength={254}
        autoComplete="email"
        isRequired
        {...(error !== null && { error: words(error).title })}
      />
      <Button type="submit" variant="primary" size="l" isPending={state === 'sending'}>
        {t('send')}
      </Button>
    </form>
  );
}
