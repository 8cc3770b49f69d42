'use client';

import { localeNames, locales } from '@hemicycle/i18n';
import { useLocale, useTranslations } from '@hemicycle/i18n/client';
import { cx } from '@hemicycle/ui/lib/cx';
import { useRouter } from 'next/navigation';
import { Button as AriaButton } from 'react-aria-components/Button';
import { applyLook } from '@/lib/applyLook';
import { storedLook } from '@/lib/storedLook';

/** The languages by their own names, for those not signed in: kept in this browser. */
export function LanguageLinks() {
  const t = useTranslations('auth');
  const current = useLocale();
  const router = useRouter();
  return (
    <fieldset aria-label={t('language')} className="-mx-2.5 flex gap-1">
      {locales.map((locale) => (
        <AriaButton
          key={locale}
          lang={locale}
          aria-pressed={locale === current}
          onPress={() => {
            applyLook({ ...storedLook(), locale });
            router.refresh();
          }}
          className={cx(
            'inline-flex min-h-8 items-center rounded-s px-2.5 text-sm touch:min-h-11',
            locale === current ? 'font-semibold text-ink' : 'text-ink-3 hover:bg-hover hover:text-ink',
          )}
        >
          {localeNames[locale]}
        </AriaButton>
      ))}
    </fieldset>
  );
}
