import { type ComposedApi, composeApi as composeFromEnvironment } from '@hemicycle/api';

/** The HTTP API as a fetch handler, wherever it runs. */
export type Api = Pick<ComposedApi, 'fetch' | 'close'>;

/** The API of this process, wired from the environment. */
export function composeApi(): Api {
  return composeFromEnvironment();
}
