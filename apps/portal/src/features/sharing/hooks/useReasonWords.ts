'use client';

import type { AccessReason } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useDayWords } from './useDayWords';

type Reason = Pick<AccessReason, 'way' | 'group' | 'source'> & { readonly expiresAt?: string | null };

/** Words for where a right comes from: directly, by a group, from what is above, by a link; and until when. */
export function useReasonWords(): {
  readonly place: (source: AccessReason['source']) => string;
  readonly reason: (reason: Reason) => string;
} {
  const t = useTranslations('sharing');
  const day = useDayWords();
  const place = ({ resourceType, title }: AccessReason['source']) =>
    title === null ? t('place.hidden') : t(`place.${resourceType}`, { title });
  return {
    place,
    reason: ({ way, group, source, expiresAt }) => {
      const where = source.inherited ? 'Above' : 'Here';
      const named = { place: place(source), group: group?.name ?? t('reason.unknownGroup') };
      const reason = t(`reason.${way}${where}`, named);
      return expiresAt ? t('reason.untilDate', { reason, date: day(expiresAt) }) : reason;
    },
  };
}
