/** Against a subject that a mail program cuts anyway. Characters. */
const LONGEST = 180;

/**
 * A title or a name as part of a mail's header: one line, however it was written. nodemailer folds and encodes; that
 * nothing in it can begin a header of its own is not left to it alone.
 */
export function boundHeader(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`;
}
