import pg, { type Connection, type CustomTypesConfig, type QueryResultRow } from 'pg';

/** As it is sent: text, bytes, or nothing. */
export type QuickValue = string | Buffer | null;

export interface QuickRead {
  /** The same for the same text. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly QuickValue[];
}

/** How a statement's rows are read. */
interface Shape {
  readonly names: readonly string[];
  readonly parsers: readonly ((value: string) => unknown)[];
  /** A row with every column null: copied, so that all rows of a statement are of one kind to the engine. */
  readonly empty: Readonly<QueryResultRow>;
}

/** What a connection has prepared, by name; null until Postgres has said what its rows look like. */
export type QuickStatements = Map<string, Shape | null>;

interface RowDescription {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}

/**
 * A prepared read: the driver's own, but that what rows look like is asked once for a statement and not again with every
 * read, and that rows are collected without an event for each. Overrides what the driver calls between the two.
 */
export class QuickQuery<Row extends QueryResultRow> extends pg.Query<Row> {
  readonly name: string;
  readonly #text: string;
  readonly #values: QuickRead['values'];
  readonly #statements: QuickStatements;
  readonly #types: CustomTypesConfig;
  readonly #done: (error: Error | null, rows: Row[]) => void;
  readonly #rows: Row[] = [];
  #shape: Shape | null = null;
  #failed: Error | null = null;

  constructor(
    { name, text, values }: QuickRead,
    { statements, types }: { statements: QuickStatements; types: CustomTypesConfig },
    done: (error: Error | null, rows: Row[]) => void,
  ) {
    super(text, []);
    this.name = name;
    this.#text = text;
    this.#values = values;
    this.#statements = statements;
    this.#types = types;
    this.#done = done;
  }

  prepare(connection: Connection): void {
    const { name } = this;
    const known = this.#statements.get(name);
    if (known === undefined) {
      // There may be one from before a failure, of which nothing tells whether it was prepared.
      connection.close({ type: 'S', name }, true);
      connection.parse({ name, text: this.#text, types: [] }, true);
      this.#statements.set(name, null);
    }
    connection.bind({ statement: name, values: [...this.#values] }, true);
    if (known) this.#shape = known;
    else connection.describe({ type: 'P', name: '' }, true);
    connection.execute({ portal: '', rows: '' }, true);
    connection.sync();
  }

  handleRowDescription({ fields }: RowDescription): void {
    const names = fields.map(({ name }) => name);
    this.#shape = {
      names,
      parsers: fields.map(({ dataTypeID }) => this.#types.getTypeParser(dataTypeID, 'text')),
      empty: Object.fromEntries(names.map((name) => [name, null])),
    };
    this.#statements.set(this.name, this.#shape);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const shape = this.#shape;
    if (shape === null || this.#failed) return;
    const { names, parsers } = shape;
    const row: QueryResultRow = { ...shape.empty };
    try {
      for (let index = 0; index < fields.length; index += 1) {
        const value = fields[index] as string | null;
        if (value !== null) row[names[index] as string] = parsers[index]?.(value);
      }
    } catch (error) {
      this.#failed = error instanceof Error ? error : new Error(String(error));
    }
    this.#rows.push(row as Row);
  }

  handleReadyForQuery(): void {
    this.#done(this.#failed, this.#rows);
  }

  handleError(error: Error): void {
    this.#statements.delete(this.name);
    this.#done(error, this.#rows);
  }

  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
}
