import { createHash } from 'node:crypto';

/** Against the map of names growing with ad-hoc SQL. Statements; the product has a few hundred. */
const NAMED_STATEMENTS = 2_000;

/** Names for prepared statements, the same for the same SQL. */
export function createStatementNames(): (sql: string) => string {
  const names = new Map<string, string>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    // An empty name is Postgres' unnamed statement: parsed anew each time.
    if (names.size >= NAMED_STATEMENTS) return '';
    const name = `h${createHash('sha256').update(sql).digest('base64url').slice(0, 20)}`;
    names.set(sql, name);
    return name;
  };
}
