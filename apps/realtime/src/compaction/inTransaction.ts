import type { PoolClient } from 'pg';

/** Commits what `work` did when it answers something, and takes it back when it answers false or null or throws. */
export async function inTransaction<T extends object | boolean | null>(
  client: PoolClient,
  work: () => Promise<T>,
): Promise<T> {
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
