import { frames } from '@hemicycle/collab/protocol';
import { until } from '@hemicycle/testing';
import type { Crowd } from './Crowd';
import { clientFrame } from './clientFrame';
import { inDialect } from './dialects';
import type { Replayed, ReplayOrder } from './orders';
import { pace } from './pace';
import { prepareTrace } from './prepareTrace';

/** For the last acknowledgement. Milliseconds. */
const PATIENCE = 60_000;

/** Sends a trace edit by edit, each through its writer's connection: clients 0, 1, … of the crowd. */
export async function replayTrace(crowd: Crowd, order: ReplayOrder): Promise<Replayed> {
  const { edits } = prepareTrace(order.file, order.prepared);
  const writers = new Set(edits.map(({ agent }) => agent));
  const started = performance.now();
  await pace(order.rate, edits.length, (index) => {
    const edit = edits[index];
    const client = crowd.clients[edit?.agent ?? -1];
    if (!edit || !client) throw new Error(`nobody writes edit ${index}`);
    client.edit(clientFrame(inDialect(client.order.address, frames.update(edit.update))), Number.NaN);
  });
  const sent = (performance.now() - started) / 1_000;
  const open = () =>
    [...writers].reduce((sum, agent) => {
      const client = crowd.clients[agent];
      return sum + (client ? client.edits.length - client.acknowledgedEdits : 0);
    }, 0);
  const acknowledges = crowd.clients.some((client) => client.acknowledgedEdits > 0);
  if (acknowledges) {
    await until(() => open() === 0, 'everything acknowledged', PATIENCE).catch(() => undefined);
  }
  const closed = [...writers].map((agent) => crowd.clients[agent]?.closedWith).find((code) => code != null);
  if (closed !== undefined && closed !== null) throw new Error(`a writer was closed with ${closed}`);
  return { edits: edits.length, seconds: sent, unacknowledged: acknowledges ? open() : null };
}
