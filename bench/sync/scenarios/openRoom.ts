import type { Generator } from '../load/Generator';
import type { Joined } from '../load/orders';
import type { RunningServer } from '../servers/RunningServer';
import { type Bench, join } from './scenario';

export interface OpenRoom {
  readonly server: RunningServer;
  readonly generator: Generator;
  readonly joined: Joined;
}

/**
 * A server with one document and everybody in it, the writers first.
 * @param probes how many look into what they get; the others count frames. All of them unless told otherwise.
 */
export async function openRoom(
  bench: Bench,
  { clients, writers, probes = clients }: { clients: number; writers: number; probes?: number },
): Promise<OpenRoom> {
  const server = await bench.startServer();
  const generator = await bench.startGenerator();
  const [document = ''] = await server.documents(1);
  const writes = Array.from({ length: clients }, (_, index) => index < writers);
  const addresses = await server.addresses(document, writes);
  const joined = await join(
    generator,
    addresses.map((address, index) => ({
      address,
      room: 0,
      writes: writes[index] ?? false,
      probe: index >= clients - probes,
      keep: false,
    })),
  );
  return { server, generator, joined };
}
