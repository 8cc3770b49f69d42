import { createApi } from '@hemicycle/api';

/** The HTTP API as a fetch handler, wherever it runs. */
export interface Api {
  fetch(request: Request): Promise<Response>;
  /** Ends its background work and its connections. */
  close(): Promise<void>;
}

/** The API of this process, wired from the environment. */
export async function composeApi(): Promise<Api> {
  const api = await createApi();
  return { fetch: (request) => api.fetch(request), close: async () => {} };
}
