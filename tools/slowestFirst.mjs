import { statSync } from 'node:fs';

/** What takes half a minute and more, whatever the length of its file. */
const SLOW = [
  'start',
  'routeAccess',
  'durability',
  'presence',
  'chaos',
  'brokering',
  'nodesOverValkey',
  'tunnel',
];

/** @typedef {{ readonly path: string }} Test */

/**
 * The order of Jest's test files. A fresh clone remembers no durations, and the longest tests have the shortest files:
 * begun last, each would be waited for alone.
 */
export default class SlowestFirst {
  /** @param {Test[]} tests @returns {Test[]} */
  sort(tests) {
    const place = (/** @type {Test} */ { path }) => {
      const at = SLOW.indexOf(path.slice(path.lastIndexOf('/') + 1).split('.')[0] ?? '');
      return at === -1 ? SLOW.length : at;
    };
    const size = new Map(tests.map((test) => [test, statSync(test.path).size]));
    return [...tests].sort((a, b) => place(a) - place(b) || (size.get(b) ?? 0) - (size.get(a) ?? 0));
  }

  /** Nothing is remembered. */
  cacheResults() {}
}
