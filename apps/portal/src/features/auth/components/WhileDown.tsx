'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import Link from 'next/link';

/** What one can do while nobody can sign in. */
export function WhileDown({ breakGlass }: { readonly breakGlass: boolean }) {
  const t = useTranslations('auth');
  return (
    <section aria-labelledby="while-down" className="flex flex-col gap-2.5 border-t border-line pt-5">
      <h2 id="while-down" className="font-semibold">
        {t('down.title')}
      </h2>
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-ink-2">
        <li>{t('down.working')}</li>
        <li>{t('down.wait')}</li>
        <li>{t('down.tell')}</li>
      </ul>
      {breakGlass && (
        <Link href="/sign-in/break-glass" className="self-start py-1 text-sm underline">
          {t('breakGlass.link')}
        </Link>
      )}
    </section>
  );
}
