'use client';

import type { LabelMark } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';

/** What a label is called: by the organisation, or else by the catalogues. */
export function useLabelName(): (label: Pick<LabelMark, 'key' | 'name'>) => string {
  const t = useTranslations('common');
  return ({ key, name }) => name ?? (key === null ? '' : t(`labels.${key}`));
}
