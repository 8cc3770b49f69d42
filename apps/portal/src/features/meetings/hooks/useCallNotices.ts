import { useTranslations } from '@hemicycle/i18n/client';
import type { Call, CallNotice } from '@hemicycle/media/client';
import { useAnnounce } from '@hemicycle/ui/Announcer';
import { useToast } from '@hemicycle/ui/Toaster';
import { useEffect, useRef } from 'react';

/** Says what happens in the call: aloud for screen readers, and as a note where it concerns oneself. */
export function useCallNotices(call: Call): void {
  const t = useTranslations('meeting');
  const announce = useAnnounce();
  const toast = useToast();
  const latest = useRef<(notice: CallNotice) => void>(() => {});
  useEffect(() => {
    latest.current = (notice) => {
      if (notice.type === 'mutedByHost') {
        toast({ message: t(`notice.mutedByHost.${notice.source}`) });
        return;
      }
      if ('name' in notice) announce(t(`notice.${notice.type}`, { name: notice.name }));
      else announce(t(`notice.${notice.type}`), true);
    };
  });
  useEffect(() => call.onNotice((notice) => latest.current(notice)), [call]);
}
