import type { AccessHouse } from './accessHouse';

/** Status for each actor; those that may be left out are answered like the outsider unless said otherwise. */
export interface Expected {
  anonymous: number;
  outsider: number;
  reader: number;
  editor: number;
  owner: number;
  stranger?: number;
  guest?: number;
  administrator?: number;
}

export interface AccessRow {
  /** What is tried, when a route has several rows. */
  readonly note?: string;
  readonly params?: (house: AccessHouse) => Record<string, string>;
  readonly query?: (house: AccessHouse) => Record<string, string>;
  readonly body?: (house: AccessHouse) => unknown;
  readonly bytes?: Buffer;
  readonly expected: Expected;
  /** Who may read must also see the space's secret: that the others do not see it then means something. */
  readonly shows?: boolean;
  readonly meeting?: boolean;
}

/** Statuses of anonymous, outsider, reader, editor and owner, in this order. */
export const row = (
  [anonymous, outsider, reader, editor, owner]: readonly [number, number, number, number, number],
  rest: Omit<AccessRow, 'expected'> = {},
  special: Pick<Expected, 'stranger' | 'guest' | 'administrator'> = {},
): AccessRow => ({ expected: { anonymous, outsider, reader, editor, owner, ...special }, ...rest });
