'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { PopoverButton } from '@hemicycle/ui/PopoverButton';

/** Says that the network lets no WebSocket through, and what that means; by keyboard and touch as well as by pointer. */
export function ByHttp() {
  const t = useTranslations('documents.byHttp');
  return (
    <PopoverButton
      label={t('short')}
      variant="quiet"
      size="s"
      placement="bottom start"
      className="shrink-0 px-1.5 font-normal! text-ink-3"
    >
      {() => <p className="max-w-72 text-sm text-ink-2">{t('long')}</p>}
    </PopoverButton>
  );
}
