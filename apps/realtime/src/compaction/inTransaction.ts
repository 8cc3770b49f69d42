import type { PoolClient } from 'pg';

/** Commits what `work` did when it answers true, and takes it back when it answers false or throws. */
export async function inTransaction(client: PoolClient, work: () => Promise<boolean>): Promise<boolean> {
  await client.query('BEGIN');
  try {
    const done = await work();
    await client.query(done ? 'COMMIT' : 'ROLLBACK');
    return done;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
