'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { useAnnounce } from '@hemicycle/ui/Announcer';
import { Banner } from '@hemicycle/ui/Banner';
import { WifiOff } from '@hemicycle/ui/icons';
import { useEffect, useRef, useState } from 'react';
import { useConnectionState } from '@/lib/events/useConnectionState';

/** A hiccup shorter than this is nobody's concern. */
const patienceMs = 3_000;

/** Says that what is shown may be old, while live events do not arrive. */
export function ConnectionBanner() {
  const t = useTranslations('shell');
  const announce = useAnnounce();
  const state = useConnectionState();
  const [lost, setLost] = useState(false);
  const wasOpen = useRef(false);
  const wasLost = useRef(false);
  useEffect(() => {
    if (state === 'open') {
      wasOpen.current = true;
      if (wasLost.current) announce(t('connectionBack'));
      wasLost.current = false;
      setLost(false);
      return;
    }
    if (state === 'stopped') return;
    const timer = setTimeout(
      () => {
        wasLost.current = true;
        setLost(true);
      },
      // The first connection of a page may take longer than a later one.
      wasOpen.current ? patienceMs : patienceMs * 2,
    );
    return () => clearTimeout(timer);
  }, [state, announce, t]);
  if (!lost) return null;
  return (
    <div className="sticky top-0 z-40">
      <Banner tone="amber" icon={<WifiOff className="size-4" />}>
        {t('connectionLost')}
      </Banner>
    </div>
  );
}
