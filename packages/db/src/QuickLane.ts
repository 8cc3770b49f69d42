import pg, { type ClientConfig, type CustomTypesConfig, type QueryResultRow } from 'pg';
import { QuickQuery, type QuickRead, type QuickStatements } from './QuickQuery';

/** Against one slow read holding up many: what comes on top takes the pool. Reads under way. */
const DEPTH = 64;
/** With no answer for so long something slow is at its head: the pool serves what comes meanwhile. Milliseconds. */
const HELD_UP = 100;
/** After a connection could not be made or broke, the pool serves alone for so long, with jitter. Milliseconds. */
const PAUSE = 1_000;
/** Against an address that swallows packets: the pool serves meanwhile. Milliseconds. */
const CONNECT_TIMEOUT = 5_000;
/** Against a connection that has gone silent: it is given up, with all that is under way on it. Milliseconds. */
const ANSWER_TIMEOUT = 15_000;

type LaneConfig = ClientConfig & { readonly types: CustomTypesConfig };

/**
 * One connection that quick reads share: each is sent without waiting for the answers before it, and those of one turn
 * of the event loop leave in one write. That spares both sides most of their system calls and Postgres its sleeping
 * and waking. It connects in the background when it is first wanted, and again after it broke.
 */
export class QuickLane {
  readonly #config: LaneConfig;
  readonly #onError: (error: Error) => void;
  #client: pg.Client | null = null;
  /** Of the connection there is. */
  #statements: QuickStatements = new Map();
  #watch: NodeJS.Timeout | null = null;
  #opening: Promise<void> | null = null;
  #notBefore = 0;
  #closed = false;
  #gathering = false;
  #underWay = 0;
  /** When the last answer came, or something was sent while nothing was under way. */
  #moved = 0;

  /** @param config `types` are those of every read */
  constructor(config: LaneConfig, onError: (error: Error) => void) {
    this.#config = config;
    this.#onError = onError;
  }

  /** Whether a read may take this way now. */
  isFree(): boolean {
    if (this.#client === null) {
      if (!this.#closed && Date.now() >= this.#notBefore) this.#opening ??= this.#open();
      return false;
    }
    if (this.#underWay === 0) return true;
    return this.#underWay < DEPTH && performance.now() - this.#moved < HELD_UP;
  }

  /** Only while it is free. Rejects as the driver does, also when the connection breaks meanwhile. */
  async read<Row extends QueryResultRow>(read: QuickRead): Promise<Row[]> {
    const client = this.#client;
    if (client === null) throw new Error('the connection is not open');
    this.#gather(client);
    if (this.#underWay === 0) this.#moved = performance.now();
    this.#underWay += 1;
    this.#watch ??= this.#lookAfter(ANSWER_TIMEOUT);
    const of = { statements: this.#statements, types: this.#config.types };
    try {
      return await new Promise<Row[]>((resolve, reject) => {
        client.query(new QuickQuery<Row>(read, of, (error, rows) => (error ? reject(error) : resolve(rows))));
      });
    } catch (error) {
      // Where it was asked for, not where the driver reads its socket.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    } finally {
      this.#underWay -= 1;
      this.#moved = performance.now();
    }
  }

  /** Answers what is under way, then ends the connection. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#opening;
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }

  #gather(client: pg.Client): void {
    if (this.#gathering) return;
    this.#gathering = true;
    const { stream } = client.connection;
    stream.cork();
    setImmediate(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }

  /** One timer for whatever is under way: each read with its own would set thousands a second that never ring. */
  #lookAfter(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.#watch = null;
      if (this.#underWay === 0) return;
      const silent = performance.now() - this.#moved;
      if (silent < ANSWER_TIMEOUT) this.#watch = this.#lookAfter(ANSWER_TIMEOUT - silent);
      else this.#client?.connection.stream.destroy(new Error('the database does not answer'));
    }, ms).unref();
  }

  async #open(): Promise<void> {
    const client = new pg.Client({
      ...this.#config,
      pipeline: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT,
    });
    const drop = (error: Error): void => {
      this.#notBefore = Date.now() + PAUSE * (0.5 + Math.random());
      if (this.#client === client) this.#client = null;
      if (!this.#closed) this.#onError(error);
    };
    client.on('error', drop);
    try {
      await client.connect();
      this.#statements = new Map();
      this.#client = client;
    } catch (error) {
      drop(error instanceof Error ? error : new Error(String(error)));
    }
    this.#opening = null;
  }
}
