'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Search } from '@hemicycle/ui/icons';
import { Kbd } from '@hemicycle/ui/Kbd';
import { Button as AriaButton } from 'react-aria-components/Button';
import { openPalette } from '@/features/search/openPalette';

/** Looks like a field, opens the palette. */
export function SearchButton() {
  const t = useTranslations('shell');
  return (
    <AriaButton
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onPress={() => openPalette()}
      className="inline-flex size-control shrink-0 items-center justify-center gap-2.5 rounded-m text-ink-3 transition-colors hover:bg-hover md:h-control md:w-full md:max-w-[460px] md:shrink md:justify-start md:border md:border-line md:bg-sunken md:px-3 md:hover:border-line-strong md:hover:bg-sunken"
    >
      <Search />
      <span className="sr-only min-w-0 flex-1 truncate text-left md:not-sr-only">{t('search')}</span>
      <span aria-hidden="true" className="hidden lg:block">
        <Kbd>{t('searchShortcut')}</Kbd>
      </span>
    </AriaButton>
  );
}
