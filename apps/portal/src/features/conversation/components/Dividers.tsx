'use client';

import { useLocale, useTranslations } from '@hemicycle/i18n/client';
import { type LocalFormat, useLocalFormat } from '../hooks/useLocalFormat';

/** Where a day begins. */
export function DayDivider({ at }: { readonly at: string }) {
  const locale = useLocale();
  const format = useLocalFormat();
  return (
    <div className="mt-6 mb-2 flex items-center gap-3">
      <span className="h-px flex-1 bg-line" />
      <h2 className="text-sm font-semibold text-ink-2">
        {dayWords(new Date(at), new Date(), locale, format)}
      </h2>
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}

/** Up to where the reader had read when they came. */
export function NewDivider() {
  const t = useTranslations('conversation');
  return (
    <div data-new-line="" className="mt-4 flex items-center gap-3">
      <span className="h-px flex-1 bg-danger/60" />
      <h2 className="text-sm font-semibold text-danger">{t('new')}</h2>
    </div>
  );
}

function dayWords(day: Date, now: Date, locale: string, format: LocalFormat): string {
  const of = (date: Date) => format.dateTime(date, { year: 'numeric', month: '2-digit', day: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const yesterday = new Date(now.getTime() - 86_400_000);
  const capital = (words: string) => words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  if (of(day) === of(now)) return capital(relative.format(0, 'day'));
  if (of(day) === of(yesterday)) return capital(relative.format(-1, 'day'));
  const sameYear = day.getFullYear() === now.getFullYear();
  return capital(
    format.dateTime(day, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(sameYear ? {} : { year: 'numeric' as const }),
    }),
  );
}
