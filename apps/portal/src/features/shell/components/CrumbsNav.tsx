'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { ReactNode } from 'react';

/** The landmark round Crumbs. */
export function CrumbsNav({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('shell');
  return <nav aria-label={t('where')}>{children}</nav>;
}
