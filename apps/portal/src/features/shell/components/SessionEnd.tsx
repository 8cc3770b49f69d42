'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import { api } from '@/lib/api';
import { type NearEnd, SessionWatch } from '@/lib/session/SessionWatch';
import { signInPath } from '@/lib/signInPath';
import type { SessionEndDialogProps } from './SessionEndDialog';

/** What tells that somebody is there. */
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Warns before the session ends, and tells the server that somebody is there. */
export function SessionEnd() {
  const [near, setNear] = useState<NearEnd | null>(null);
  const [Dialog, setDialog] = useState<ComponentType<SessionEndDialogProps> | null>(null);
  const watch = useRef<SessionWatch | null>(null);
  useEffect(() => {
    const started = new SessionWatch({
      read: () => api('GET /session'),
      touch: () => api('POST /session/activity'),
      now: Date.now,
      schedule: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      isBusy: () => document.querySelector('[data-call="connected"]') !== null,
      onNear: (end) => {
        setNear(end);
        if (end === null) return;
        import('./SessionEndDialog').then(
          ({ SessionEndDialog }) => setDialog(() => SessionEndDialog),
          () => undefined,
        );
      },
      onOver: () => location.assign(signInPath(location.pathname + location.search, 'session_expired')),
    });
    watch.current = started;
    started.start();
    const active = () => started.activity();
    // Back from another tab or from sleep: the timers may be late.
    const shown = () => document.visibilityState === 'visible' && started.start();
    for (const sign of signs) window.addEventListener(sign, active, { passive: true, capture: true });
    document.addEventListener('visibilitychange', shown);
    return () => {
      started.stop();
      for (const sign of signs) window.removeEventListener(sign, active, { capture: true });
      document.removeEventListener('visibilitychange', shown);
    };
  }, []);
  if (!near || !Dialog) return null;
  return <Dialog end={near} onStay={() => watch.current?.stay()} onLater={() => watch.current?.dismiss()} />;
}
