import type { TestPerson, TestSpace, TestWorld } from '@hemicycle/testing';

/** The house a way of losing access is measured in. */
export interface Scene {
  readonly world: TestWorld;
  readonly owner: TestPerson;
  readonly space: TestSpace;
  /** A document of the space, in which everybody has a socket open. */
  readonly documentId: string;
  /** A request to the API as this person. Rejects when the answer is not 2xx. */
  call(person: TestPerson, method: string, path: string, body?: unknown): Promise<unknown>;
}

/** One way of losing access to an open document. One file each; listed in `run.ts`. */
export interface Way {
  readonly name: string;
  /** Somebody who may read the document, until `take`. */
  person(scene: Scene, index: number): Promise<TestPerson>;
  /** Takes the access away, through the operation the product does it with; resolves once it is committed. */
  take(scene: Scene, person: TestPerson): Promise<void>;
  /** What the open socket must be closed with. */
  readonly closed: number;
  /** What a socket must be refused with that comes after, with a ticket that was given out before. */
  readonly refused: number;
  /** What asking for another ticket must be answered with. HTTP status. */
  readonly ticketStatus: number;
}
