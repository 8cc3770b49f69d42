import type { TestPerson } from '@hemicycle/testing';
import type { Scene } from './openScene';

/** People who are there at the same time. */
export const TOGETHER = 10;

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
  /** Whether all who are there lose it in the same moment; one after the other otherwise. */
  readonly atOnce?: true;
  /** Whether they are signed out altogether. */
  readonly signsOut: boolean;
  /** People with access to the space. */
  people(scene: Scene, count: number): Promise<readonly Loser[]>;
}
