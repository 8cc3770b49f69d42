/**
 * Something the person at the keyboard has to know: what happened, why, and each way to go on.
 * The launcher prints it as one message, without a stack.
 */
export class LaunchError extends Error {
  /**
   * @param {string} what one sentence
   * @param {string} why one sentence, or the last lines of a log
   * @param {readonly string[]} ways each an action that leads on
   */
  constructor(what, why, ways) {
    super(what);
    this.name = 'LaunchError';
    this.what = what;
    this.why = why;
    this.ways = ways;
  }

  /** The message as it is printed. */
  get text() {
    const ways = this.ways.map((way) => `  → ${way}`).join('\n');
    return `${this.what}\n  Why: ${this.why.replaceAll('\n', '\n  ')}\n  To go on:\n${ways}`;
  }
}
