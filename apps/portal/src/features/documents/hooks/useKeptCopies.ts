'use client';

import { type CopyAccount, type CopyRecord, CopyStore } from '@hemicycle/collab/offline';
import { useEffect, useState } from 'react';

export interface KeptCopies {
  /** Whoever was last signed in here; null after a sign-out. */
  readonly account: CopyAccount | null;
  readonly copies: readonly CopyRecord[];
}

/** What this device holds, as it was when the page opened. Null while it is read. */
export function useKeptCopies(): KeptCopies | null {
  const [kept, setKept] = useState<KeptCopies | null>(null);
  useEffect(() => {
    CopyStore.use(async (store) => {
      const account = await store.account();
      return { account, copies: account ? await store.list(account.id) : [] };
    }).then(setKept, () => setKept({ account: null, copies: [] }));
  }, []);
  return kept;
}
