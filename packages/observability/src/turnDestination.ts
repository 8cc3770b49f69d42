import pino, { type DestinationStream } from 'pino';

/** Lines of this level and above are not kept waiting. */
const PRESSING = pino.levels.values.warn ?? 40;
/** Against a turn that logs without end: what is beyond is written at once. Characters. */
const GATHERED = 64 * 1024;
/** Has pino tell the level of a line before it writes it. */
const METADATA = Symbol.for('pino.metadata');

/**
 * Standard output (or another file descriptor), to which the lines of one turn of the event loop go in one write: a
 * server that answers twenty requests in a turn would spend more on twenty writes than on the lines. A warning goes out
 * at once, with all before it, and so does what is left when the process ends by itself; only a process that is killed
 * within a turn takes the turn's lines along.
 */
export function turnDestination(fd = 1): DestinationStream {
  const out = pino.destination({ fd, sync: true });
  let lines = '';
  let waiting = false;
  const flush = (): void => {
    if (lines === '') return;
    // Its own `flushSync` would also wait for the disk.
    out.write(lines);
    lines = '';
  };
  process.on('exit', flush);
  const destination = {
    [METADATA]: true,
    lastLevel: 0,
    write(line: string): void {
      lines += line;
      if (destination.lastLevel >= PRESSING || lines.length > GATHERED) {
        flush();
      } else if (!waiting) {
        waiting = true;
        setImmediate(() => {
          waiting = false;
          flush();
        });
      }
    },
    flushSync: flush,
  };
  return destination;
}
