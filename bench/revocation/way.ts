import type { TestPerson } from '@hemicycle/testing';
import type { Scene } from './openScene';

/** Somebody who is there, until it is taken away. */
export interface Loser {
  readonly person: TestPerson;
  /** Before everything is opened: for access that comes and goes with others'. */
  arrive?(): Promise<void>;
  /** Takes it away as the product does it; answers the moment (of `performance.now()`) from which the time counts. */
  lose(): Promise<number>;
}

/** One way of losing access to a space. One file each; listed in `ways/index.ts`. */
export interface Way {
  readonly name: string;
  /** People who lose it at the same time, or (with `spreadMs`) within a few seconds. */
  readonly together: number;
  /** Of those together each begins so much after the one before: they meet timed rounds at any moment. Milliseconds. */
  readonly spreadMs?: number;
  /** Whether they are signed out altogether. */
  readonly signsOut: boolean;
  /** People with access to the space. */
  people(scene: Scene, count: number): Promise<readonly Loser[]>;
}
