/** Repeatable chance (mulberry32): the same seed plays the same game. */
export function createRandom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    /** 0 … below − 1 */
    below: (below: number): number => Math.floor(next() * below),
    chance: (probability: number): boolean => next() < probability,
  };
}
