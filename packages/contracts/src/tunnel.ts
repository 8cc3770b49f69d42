/**
 * A WebSocket's bytes carried in HTTP requests, for networks that let no WebSocket through (docs/specs/realtime.md,
 * The tunnel). What the browser and the realtime server must agree on.
 */
export const TUNNEL = {
  /**
   * `<path>/<session>/documents/<id>?ticket=…` or `<path>/<session>/events?ticket=…` opens a session, `<path>/<session>?…`
   * is about it; all of them POST. The browser names the session (`session` below), so that a proxy can bring all its
   * requests to one process by the path alone.
   */
  path: '/realtime/tunnel',
  /** What a session is named by: 128 random bits. No secret. */
  session: '[0-9a-f]{32}',
  /** Carries the session's key. Not in the address: addresses end up in logs, and the key lives as long as the session. */
  keyHeader: 'x-tunnel-key',
  /**
   * Against one push filling memory; below what usual proxies accept (1 MB), and small enough to arrive in one piece
   * on a slow line. Bytes of a body, either way.
   */
  bodyBytes: 512 * 1024,
  /** A pull that finds nothing is answered empty after this: before a proxy gives it up. Milliseconds. */
  pullMs: 20_000,
} as const;

/** Answer to opening a session. `refused`: the code a WebSocket would have been closed with. */
export type TunnelOpened = { readonly key: string } | { readonly refused: number };
