const CACHE = 'hemicycle-sign-out';
const MARK = '/pending-sign-out';

/**
 * A sign-out without a network. The device is wiped at once; the session on the server ends before the next page is
 * fetched, so that nobody who opens this browser later finds it signed in.
 */
export class PendingSignOut {
  async begin(): Promise<void> {
    await (await caches.open(CACHE)).put(MARK, new Response());
  }

  /** Ends the session if that still has to be done. While it is `pending` no page may be shown. */
  async finish(): Promise<'none' | 'ended' | 'pending'> {
    if (!(await caches.has(CACHE))) return 'none';
    if (!(await endSession())) return 'pending';
    await caches.delete(CACHE);
    return 'ended';
  }
}

async function endSession(): Promise<boolean> {
  try {
    const { ok, status } = await fetch('/api/v1/session', {
      method: 'DELETE',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(10_000),
    });
    return ok || status === 401;
  } catch {
    return false;
  }
}
