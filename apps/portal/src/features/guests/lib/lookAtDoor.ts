import type { GuestDoor } from '@hemicycle/contracts';
import { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';

/** `gone`: nothing opens (any more) with what the address holds. */
export type DoorState =
  | { readonly at: 'door'; readonly token: string; readonly door: GuestDoor }
  | { readonly at: 'gone' }
  | { readonly at: 'failed'; readonly error: unknown };

/** What a way in leads to, for whoever holds its secret. Looking uses nothing up. */
export async function lookAtDoor(token: string): Promise<DoorState> {
  if (!/^[\w-]{20,100}$/.test(token)) return { at: 'gone' };
  try {
    return { at: 'door', token, door: await api('POST /guests/look', { body: { token } }) };
  } catch (error) {
    return error instanceof ApiProblem && error.code === 'not_found'
      ? { at: 'gone' }
      : { at: 'failed', error };
  }
}
