'use client';

import type { RouteBody } from '@hemicycle/contracts';
import { useState } from 'react';
import { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';

export interface Entering {
  readonly busy: boolean;
  /** What came of the last try. */
  readonly error: unknown;
  enter(body: RouteBody<'POST /guests/enter'>): Promise<void>;
}

/** Comes in, and goes where the way in leads. A page of its own: everything on it is asked for as the guest. */
export function useEnter(onGone: () => void): Entering {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    busy,
    error,
    async enter(body) {
      setBusy(true);
      setError(null);
      try {
        const { resourceType, resourceId } = await api('POST /guests/enter', { body });
        location.replace(`/${resourceType}s/${resourceId}`);
      } catch (failure) {
        setBusy(false);
        if (failure instanceof ApiProblem && failure.code === 'not_found') onGone();
        else setError(failure);
      }
    },
  };
}
