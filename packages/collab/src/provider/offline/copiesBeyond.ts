import type { CopyRecord } from './CopyRecord';

/** More are not kept of one account: against a disk that fills with what nobody opens any more. */
export const MOST_COPIES = 20;
/** A copy nobody has opened for this long goes: what is on no disk cannot be lost with it. Milliseconds. */
export const LONGEST_UNOPENED = 30 * 24 * 3_600_000;

/**
 * Which of an account's copies go while `current` is open. One with edits that are stored nowhere else always stays,
 * and so does the open one.
 * @param copies the last opened first
 * @param now milliseconds since 1970
 */
export function copiesBeyond(copies: readonly CopyRecord[], current: string, now: number): CopyRecord[] {
  const others = copies.filter(({ name }) => name !== current);
  return others.filter(
    ({ openedAt, unsaved }, index) =>
      !unsaved && (index >= MOST_COPIES - 1 || openedAt < now - LONGEST_UNOPENED),
  );
}
