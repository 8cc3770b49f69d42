import { createApiClient } from './createApiClient';
import { askForStepUp } from './session/stepUp';

/** The browser's client of our API: `await api('POST /spaces', { body })`. */
export const api = createApiClient({
  fetch: (input, init) => fetch(input, init),
  newKey: () => crypto.randomUUID(),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
  random: Math.random,
  onStepUp: askForStepUp,
});
