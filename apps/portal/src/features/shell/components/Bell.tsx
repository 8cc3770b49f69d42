'use client';

import { NotificationBell } from '@/features/notifications/NotificationBell';
import { useMe } from './MeProvider';

/** The bell of whoever is signed in. */
export function Bell() {
  const { id } = useMe();
  return <NotificationBell meId={id} />;
}
