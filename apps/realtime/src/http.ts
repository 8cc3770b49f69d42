import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RealtimeMetrics } from './metrics';

export interface Health {
  /** Set when the process is about to end. */
  draining: boolean;
  /** Parts and whether they work; the process is ready when all do. */
  readonly parts: () => Promise<Record<string, boolean>>;
}

/**
 * `/health/live`: the process turns. `/health/ready`: it can admit somebody. Apart, because restarting a process does
 * not bring a database back. `/metrics`: Prometheus text.
 */
export async function answerHttp(
  request: IncomingMessage,
  response: ServerResponse,
  health: Health,
  metrics: RealtimeMetrics,
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/health/live' || path === '/health') return answerJson(response, 200, { status: 'ok' });
  if (path === '/health/ready') {
    const parts = { ...(await health.parts()), accepting: !health.draining };
    const ready = Object.values(parts).every(Boolean);
    return answerJson(response, ready ? 200 : 503, { status: ready ? 'ok' : 'unavailable', parts });
  }
  if (path === '/metrics') {
    const { contentType, body } = await metrics.registry.text();
    response.writeHead(200, { 'content-type': contentType }).end(body);
    return;
  }
  answerJson(response, 404, { status: 'not found' });
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
