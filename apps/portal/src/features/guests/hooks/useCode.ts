'use client';

import type { RouteBody } from '@hemicycle/contracts';
import { useState } from 'react';
import { api } from '@/lib/api';

export interface CodeSending {
  /** One is on its way. */
  readonly sent: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  send(body: RouteBody<'POST /guests/code'>): Promise<void>;
}

/** Has a code mailed to who stands at the door. */
export function useCode(): CodeSending {
  const [sent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    sent,
    busy,
    error,
    async send(body) {
      setBusy(true);
      setError(null);
      try {
        await api('POST /guests/code', { body });
        setSent(true);
      } catch (failure) {
        setError(failure);
      }
      setBusy(false);
    },
  };
}
