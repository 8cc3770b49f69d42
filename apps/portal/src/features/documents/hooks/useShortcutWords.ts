'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { useMemo } from 'react';
import { shortcutWords } from '../lib/shortcutWords';

/** How shortcuts are shown on this keyboard, in this language. In the browser only: the server knows no keyboard. */
export function useShortcutWords(): (keys: string) => string {
  const t = useTranslations('documents.keys');
  return useMemo(() => {
    const mac = /Mac|iP(hone|ad|od)/.test(navigator.platform);
    const words = { control: t('control'), shift: t('shift') };
    return (keys) => shortcutWords(keys, mac, words);
  }, [t]);
}
