'use client';

import type { GuestDoor } from '@hemicycle/contracts';
import { LIMITS } from '@hemicycle/contracts/limits';
import { useTranslations } from '@hemicycle/i18n/client';
import { TextField } from '@hemicycle/ui/TextField';
import { ApiProblem } from '@/lib/ApiProblem';
import { useProblemWords } from '@/lib/useProblemWords';

export interface DoorValues {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly code: string;
}

export interface DoorFieldsProps {
  readonly door: GuestDoor;
  readonly values: DoorValues;
  readonly onChange: (change: Partial<DoorValues>) => void;
  readonly codeSent: boolean;
  /** What came of the last try. */
  readonly problem: unknown;
}

/** What this door asks for, and nothing else. */
export function DoorFields({ door, values, onChange, codeSent, problem }: DoorFieldsProps) {
  const t = useTranslations('guests.door');
  const words = useProblemWords();
  const code = problem instanceof ApiProblem ? problem.code : null;
  return (
    <>
      {door.needsName ? (
        <TextField
          label={t('name')}
          description={t('nameHint')}
          value={values.name}
          onChange={(name) => onChange({ name })}
          maxLength={LIMITS.guestNameLength}
          autoComplete="name"
          isRequired
        />
      ) : (
        <p className="text-ink-2">{t('as', { name: door.name })}</p>
      )}
      {door.needsEmail && (
        <TextField
          label={t('email')}
          type="email"
          value={values.email}
          onChange={(email) => onChange({ email })}
          maxLength={254}
          autoComplete="email"
          isRequired
        />
      )}
      {door.needsPassword && (
        <TextField
          label={t('password')}
          type="password"
          value={values.password}
          onChange={(password) => onChange({ password })}
          maxLength={LIMITS.linkPasswordMax}
          autoComplete="off"
          isRequired
          {...(code === 'link_password_wrong' && { error: words(problem).title })}
        />
      )}
      {codeSent && (
        <TextField
          label={t('code')}
          description={t('codeHint', { minutes: LIMITS.guestCodeMinutes })}
          value={values.code}
          onChange={(typed) => onChange({ code: typed })}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]{6}"
          maxLength={6}
          autoFocus
          isRequired
          {...(code === 'guest_code_wrong' && { error: words(problem).text })}
        />
      )}
      {problem !== null && code !== 'guest_code_wrong' && code !== 'link_password_wrong' && (
        <p role="alert" className="text-danger">
          {words(problem).title}. {words(problem).text}
        </p>
      )}
    </>
  );
}
