/** How often a step that runs long is mentioned where lines cannot be redrawn. Milliseconds. */
const REMINDER = 20_000;

/**
 * Shows named steps with their time. On a terminal the running ones are on one line that is redrawn; elsewhere (a
 * log) only what changed is written.
 * @param {NodeJS.WriteStream} out
 */
export function createProgress(out = process.stdout) {
  const begun = Date.now();
  /** @type {Map<string, number>} */
  const running = new Map();
  let drawn = false;
  const erase = () => {
    if (drawn) out.write('\r\u001b[2K');
    drawn = false;
  };
  const draw = () => {
    if (!out.isTTY || running.size === 0) return;
    erase();
    const names = [...running].map(([name, since]) => `${name} ${seconds(Date.now() - since)}`);
    out.write(`  … ${names.join(' · ')}`.slice(0, (out.columns ?? 100) - 1));
    drawn = true;
  };
  const remind = () => {
    const names = [...running].map(([name, since]) => `${name} ${seconds(Date.now() - since)}`);
    if (names.length > 0) out.write(`  … still: ${names.join(' · ')}\n`);
  };
  const timer = setInterval(out.isTTY ? draw : remind, out.isTTY ? 500 : REMINDER);
  timer.unref();

  return {
    /** @param {string} text */
    say(text) {
      erase();
      out.write(`${text}\n`);
      draw();
    },
    /**
     * Runs a step. Work that answers `false` had nothing to do.
     * @template T
     * @param {string} name @param {() => Promise<T>} work @returns {Promise<T>}
     */
    async step(name, work) {
      const since = Date.now();
      running.set(name, since);
      draw();
      try {
        const result = await work();
        running.delete(name);
        this.say(
          `  ✓ ${name.padEnd(44)} ${seconds(Date.now() - since)}${result === false ? '  (unchanged)' : ''}`,
        );
        return result;
      } catch (error) {
        running.delete(name);
        this.say(`  ✗ ${name.padEnd(44)} ${seconds(Date.now() - since)}`);
        throw error;
      }
    },
    /** Seconds since this was created, with one decimal. */
    elapsed: () => seconds(Date.now() - begun).trim(),
    end() {
      clearInterval(timer);
      running.clear();
      erase();
    },
  };
}

/** @typedef {ReturnType<typeof createProgress>} Progress */

/** @param {number} ms */
const seconds = (ms) => `${(ms / 1000).toFixed(1).padStart(6)} s`;
