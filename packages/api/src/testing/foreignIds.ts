import type { routes } from '@hemicycle/contracts';
import type { AccessHouse } from './accessHouse';
import type { AccessRow } from './accessRow';

/** What a request is made from by an {@link AccessRow}, ready to be sent. */
export interface BuiltRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly json: boolean;
}

export function buildRequest(key: keyof typeof routes, row: AccessRow, house: AccessHouse): BuiltRequest {
  const [method = '', path = ''] = key.split(' ');
  const params = row.params?.(house) ?? {};
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = row.query ? `?${new URLSearchParams(row.query(house))}` : '';
  const json = row.body !== undefined && row.bytes === undefined;
  const body = row.bytes ? Uint8Array.from(row.bytes) : json ? JSON.stringify(row.body?.(house)) : null;
  return { method, path: `${filled}${query}`, body, json };
}

/** What in a house names something of it: everything but people, who are known by many. */
export type Named = Exclude<keyof AccessHouse, 'people'>;

/** Every id a row's request holds: in its path, its query and its body, however many. */
export function idsIn(key: keyof typeof routes, row: AccessRow, house: AccessHouse): Named[] {
  const touched = new Set<Named>();
  const watched = new Proxy(house, {
    get(target, name: keyof AccessHouse) {
      if (name !== 'people') touched.add(name);
      return target[name];
    },
  });
  buildRequest(key, row, watched);
  return [...touched];
}
