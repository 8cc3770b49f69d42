import 'server-only';
import type { Me } from '@hemicycle/contracts';
import { cache } from 'react';
import { ApiProblem } from './ApiProblem';
import { readApi, serverApi } from './serverApi';

/** The signed-in account, read once a page. Without a session: to the sign-in page. */
export const currentMe = cache((): Promise<Me> => serverApi('GET /me'));

/** The signed-in account, or null. For what also shows without one. */
export const optionalMe = cache(async (): Promise<Me | null> => {
  const result = await readApi('GET /me', {});
  return result instanceof ApiProblem ? null : (result as Me);
});
