import type { PoolClient } from 'pg';

/**
 * A client whose process ends at its n-th query, as the database sees it: the connection is gone, before the query was
 * sent or before it was answered. (A process that is killed leaves nothing else behind: all there is to change is in
 * the database.)
 */
export function dieAtQuery(client: PoolClient, n: number, when: 'unsent' | 'unanswered'): PoolClient {
  let queries = 0;
  const die = (): void => {
    const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
    connection.stream.destroy();
  };
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== 'query') return value;
      return async (...args: Parameters<PoolClient['query']>) => {
        if (++queries !== n) return target.query(...args);
        if (when === 'unsent') {
          die();
          throw new Error('killed');
        }
        const answer = target.query(...args);
        setImmediate(die);
        await answer;
        throw new Error('killed');
      };
    },
  });
}
