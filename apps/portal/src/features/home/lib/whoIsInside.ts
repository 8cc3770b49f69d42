import type { CallSummary } from '@hemicycle/contracts';
import { firstNameOf } from './firstNameOf';

/** Key and values of the catalogue `home.calls.names`. */
export type WhoIsInside =
  | { key: 'nobody' | 'you' }
  | { key: 'one' | 'youAndOne'; values: { first: string } }
  | { key: 'two'; values: { first: string; second: string } }
  | { key: 'more'; values: { first: string; second: string; count: number } }
  | { key: 'youAndMore'; values: { count: number } };

/** Who is in a call, in a few words. People are called by their first names; the reader is "you". */
export function whoIsInside(call: CallSummary, meId: string): WhoIsInside {
  const others = call.participants.filter((person) => person.id !== meId);
  const withMe = others.length < call.participants.length;
  const [first, second] = others.map((person) => firstNameOf(person.name));
  const otherCount = Math.max(call.participantCount - (withMe ? 1 : 0), others.length);

  if (withMe) {
    if (otherCount === 0) return { key: 'you' };
    if (otherCount === 1 && first !== undefined) return { key: 'youAndOne', values: { first } };
    return { key: 'youAndMore', values: { count: otherCount } };
  }
  if (first === undefined) return { key: 'nobody' };
  if (otherCount === 1) return { key: 'one', values: { first } };
  if (second === undefined) return { key: 'one', values: { first } };
  if (otherCount === 2) return { key: 'two', values: { first, second } };
  return { key: 'more', values: { first, second, count: otherCount - 2 } };
}
