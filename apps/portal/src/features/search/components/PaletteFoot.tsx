'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Kbd } from '@hemicycle/ui/Kbd';
import type { ReactNode } from 'react';
import type { Palette } from '../hooks/usePalette';

/** How many were found, told to screen readers when typing rests; and the keys. */
export function PaletteFoot({ palette }: { readonly palette: Palette }) {
  const t = useTranslations('search');
  const count = palette.groups.reduce((sum, group) => sum + group.items.length, 0);
  const isTyped = palette.query.trim() !== '';
  const words = !isTyped
    ? ''
    : palette.failed
      ? t('failed')
      : palette.isSearching
        ? t('searching')
        : t('results', { count });
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-xs text-ink-3">
      <p role="status" className="mr-auto min-w-0">
        {words}
      </p>
      <Key keys={['↑', '↓']}>{t('keys.move')}</Key>
      <Key keys={['↵']}>{t('keys.open')}</Key>
      <Key keys={['Esc']}>{t('keys.close')}</Key>
    </div>
  );
}

function Key({ keys, children }: { readonly keys: readonly string[]; readonly children: ReactNode }) {
  return (
    <span aria-hidden="true" className="hidden items-center gap-1 sm:inline-flex touch:hidden">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {children}
    </span>
  );
}
