import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import { Pool } from 'pg';

// Hocuspocus as its documentation sets it up, in memory or with its database extension on PostgreSQL.
const [, , port, databaseUrl] = process.argv;
const extensions = [];
if (databaseUrl) {
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  await pool.query('CREATE TABLE IF NOT EXISTS hocuspocus (name text PRIMARY KEY, data bytea NOT NULL)');
  extensions.push(
    new Database({
      fetch: async ({ documentName }) => {
        const { rows } = await pool.query('SELECT data FROM hocuspocus WHERE name = $1', [documentName]);
        return rows[0]?.data ?? null;
      },
      store: async ({ documentName, state }) => {
        await pool.query(
          'INSERT INTO hocuspocus (name, data) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
          [documentName, state],
        );
      },
    }),
  );
}
// A reader says nothing for longer than the default allows.
await new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  timeout: 600_000,
  extensions,
}).listen();
