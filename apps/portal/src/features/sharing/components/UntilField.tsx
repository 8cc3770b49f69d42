'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Select } from '@hemicycle/ui/Select';
import { TextField } from '@hemicycle/ui/TextField';
import { useState } from 'react';
import { useDayWords } from '../hooks/useDayWords';
import { dayOf, endOfDay, endOfSpan, SPANS, type Span } from '../lib/untilOf';

export interface UntilFieldProps {
  readonly label: string;
  /** UTC ISO 8601; null: without end. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** Nobody gives for longer than they hold: the latest end; null: none. */
  readonly latest?: string | null;
  readonly className?: string;
}

type Choice = 'none' | Span | 'date' | 'kept';
const spans = Object.keys(SPANS) as Span[];

/** Until when: without end, for a span, or until a day. */
export function UntilField({ label, value, onChange, latest = null, className }: UntilFieldProps) {
  const t = useTranslations('sharing.until');
  const dayWords = useDayWords();
  const [isDay, setDay] = useState(false);
  const [typed, setTyped] = useState(value === null ? '' : dayOf(new Date(value)));
  const choose = (choice: Choice) => {
    setDay(choice === 'date');
    if (choice === 'none') onChange(null);
    else if (choice !== 'date' && choice !== 'kept') onChange(endOfSpan(choice, new Date()));
  };
  const possible = spans.filter((span) => latest === null || endOfSpan(span, new Date()) <= latest);
  const choices: Choice[] = [
    ...(latest === null ? (['none'] as const) : []),
    ...(value !== null ? (['kept'] as const) : []),
    ...possible,
    'date',
  ];
  const words = (choice: Choice) => t(choice, { date: value === null ? '' : dayWords(value) });
  const type = (day: string) => {
    setTyped(day);
    const end = endOfDay(day, new Date());
    if (end !== null) onChange(latest !== null && end > latest ? latest : end);
  };
  return (
    <div className={className ?? ''}>
      <Select
        label={label}
        value={isDay ? 'date' : value === null ? 'none' : 'kept'}
        onChange={choose}
        options={choices.map((choice) => ({ value: choice, label: words(choice) }))}
      />
      {isDay && (
        <TextField
          className="mt-2"
          label={t('day')}
          type="date"
          value={typed}
          onChange={type}
          {...(endOfDay(typed, new Date()) === null && { error: t('dayMissing') })}
        />
      )}
    </div>
  );
}
