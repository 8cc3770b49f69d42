import { Pool } from 'pg';
import { Content } from './Content';

/** What must be in the database from now on, and whether it is. */
export interface Ledger {
  /** Everything that was promised for this document so far. */
  promised(documentId: string): Content;
  /** Reads the document and compares it with everything promised until now; waits while the database is away. */
  audit(documentId: string): Promise<void>;
  /** Audits soon, at most once at a time for each document. */
  auditSoon(documentId: string): void;
  readonly audits: number;
  close(): Promise<void>;
}

/** An audit that finds no database for this long has failed. Milliseconds. */
const LONGEST_OUTAGE = 60_000;

/**
 * The judge's book: acknowledgements and "saved" are promises about one moment, so the database is read, past every
 * proxy, right after they were made.
 * @param broken called with what was promised and is not there
 */
export function createLedger(databaseUrl: string, broken: (violation: string) => void): Ledger {
  const pool = new Pool({ connectionString: databaseUrl, max: 3, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined);
  const promises = new Map<string, Content>();
  const running = new Map<string, { again: boolean }>();
  let audits = 0;

  const promised = (documentId: string): Content => {
    const known = promises.get(documentId) ?? new Content();
    promises.set(documentId, known);
    return known;
  };
  const audit = async (documentId: string): Promise<void> => {
    // What is promised while the database is being read may come too late for the read.
    const due = new Content();
    due.addAll(promised(documentId));
    const updates = await untilAnswered(() => readUpdates(pool, documentId));
    const stored = new Content();
    for (const update of updates) stored.add(update);
    audits++;
    const missing = due.missingIn(stored);
    if (missing) broken(`promised and not stored in ${documentId}: ${missing}`);
  };
  const auditSoon = (documentId: string): void => {
    const busy = running.get(documentId);
    if (busy) {
      busy.again = true;
      return;
    }
    const turn = { again: false };
    running.set(documentId, turn);
    audit(documentId)
      .catch((error: unknown) => broken(`audit of ${documentId}: ${String(error)}`))
      .finally(() => {
        running.delete(documentId);
        if (turn.again) auditSoon(documentId);
      });
  };
  return {
    promised,
    audit,
    auditSoon,
    get audits() {
      return audits;
    },
    close: () => pool.end(),
  };
}

/** Base and rows of one moment, in the order the server would load them. */
export async function readUpdates(pool: Pool, documentId: string): Promise<Uint8Array[]> {
  const { rows } = await pool.query<{ state: Buffer | null; update: Buffer | null }>(
    `SELECT s.state, NULL AS update, 0 AS seq FROM document_snapshots s WHERE s.document_id = $1
     UNION ALL
     SELECT NULL, u.update, u.seq FROM document_updates u WHERE u.document_id = $1
       AND u.seq > coalesce((SELECT through_seq FROM document_snapshots WHERE document_id = $1), 0)
     ORDER BY seq`,
    [documentId],
  );
  return rows.flatMap(({ state, update }) => state ?? update ?? []);
}

async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  const end = performance.now() + LONGEST_OUTAGE;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
