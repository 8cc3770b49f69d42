import { setPriority } from 'node:os';
import { FLOODS } from './floods';
import { FORGERIES } from './forgeries';
import type { Ammunition } from './tactics';

export interface Order {
  readonly name: string;
  readonly ammunition: Ammunition;
}

export type Outcome = { readonly answer: string } | { readonly failed: string };

// On one machine it must not take processor time that a real attacker would bring along.
setPriority(15);

/** A process of its own: takes one order over IPC, attacks, answers what the server did. */
process.once('message', ({ name, ammunition }: Order) => {
  const attack = [...FORGERIES, ...FLOODS].find((each) => each.name === name);
  if (!attack) throw new Error(`no attack ${name}`);
  const answer = (outcome: Outcome) => process.send?.(outcome, () => process.exit(0));
  attack.run(ammunition, performance.now() + attack.seconds * 1_000).then(
    (text) => answer({ answer: text }),
    (error: unknown) => answer({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
process.send?.('ready');
