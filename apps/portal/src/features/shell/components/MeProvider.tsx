'use client';

import type { Me } from '@hemicycle/contracts';
import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { applyLook } from '@/lib/applyLook';
import { useEvents } from '@/lib/events/useEvents';
import { useApiQuery } from '@/lib/useApiQuery';

const MeContext = createContext<Me | null>(null);

/** The signed-in account, kept true by events. Inside the workspace only. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe is for pages of the workspace');
  return me;
}

/** Seeds the account from the server and follows changes made in other tabs and on other devices. */
export function MeProvider({ me: initialData, children }: { readonly me: Me; readonly children: ReactNode }) {
  const router = useRouter();
  const { data: me = initialData, refetch } = useApiQuery('GET /me', {}, { initialData });
  useEvents(['me.changed'], () => void refetch());
  const { preferences } = me;
  const shownLocale = useRef(initialData.preferences.locale);
  useEffect(() => {
    const isOtherZone = applyLook(preferences);
    // Words and times come from the server: another language or zone means reading the page again.
    if (isOtherZone || preferences.locale !== shownLocale.current) router.refresh();
    shownLocale.current = preferences.locale;
  }, [preferences, router]);
  return <MeContext value={me}>{children}</MeContext>;
}
