/**
 * Over HTTP/1.1 a browser opens six connections to an origin, for all its tabs together. So that pulls that wait leave
 * some for everything else, this many wait at a time; the pages in front are sure of some of them.
 */
const WAITING = 4;
const WAITING_BEHIND = 2;

/** Runs `pull` with whether it may wait at the server for something to come. */
export async function holdPull<T>(pull: (mayWait: boolean) => Promise<T>): Promise<T> {
  const locks = typeof document === 'undefined' ? undefined : navigator.locks;
  if (!locks || isMultiplexed()) return pull(true);
  const places = document.hidden ? WAITING_BEHIND : WAITING;
  for (let place = 0; place < places; place++) {
    // Shared by all tabs of the origin, and free again when the tab that holds it dies.
    const held = await locks.request(`hemicycle.pull-${place}`, { ifAvailable: true }, async (lock) =>
      lock ? { result: await pull(true) } : null,
    );
    if (held) return held.result;
  }
  return pull(false);
}

/** HTTP/2 and later: one connection carries any number of requests. */
function isMultiplexed(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceResourceTiming && /^h[23]/.test(entry.nextHopProtocol);
}
