'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { TextField } from '@hemicycle/ui/TextField';
import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';

/** Asks for the break-glass password. */
export function BreakGlassForm() {
  const t = useTranslations('auth.breakGlass');
  const words = useProblemWords();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setError(null);
    try {
      await api('POST /session/break-glass', { body: { password } });
      location.replace('/people');
    } catch (problem) {
      const { title, text } = words(problem);
      setError(`${title}. ${text}`);
      setSending(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 className="text-title font-bold">{t('title')}</h1>
        <p className="text-md text-ink-2">{t('text')}</p>
      </div>
      <TextField
        label={t('password')}
        type="password"
        autoComplete="off"
        isRequired
        maxLength={200}
        value={password}
        // A refusal is of what was sent: left standing, it would keep the form from being sent again.
        onChange={(value) => {
          setPassword(value);
          setError(null);
        }}
        {...(error !== null && { error })}
      />
      <Button type="submit" variant="danger" size="l" isPending={sending} isDisabled={password === ''}>
        {t('submit')}
      </Button>
      <Link href="/sign-in" className="self-start text-sm underline">
        {t('back')}
      </Link>
    </form>
  );
}
