import { rssOf } from '../measure/processUse';
import { figure } from './figures';
import { join, type SeparateScenario } from './scenario';

const CLIENTS = 150;
const BYTES = 5_000_000;
/** How often memory is looked at while they join. Milliseconds. */
const LOOK = 20;

export const joinLarge: SeparateScenario = {
  name: 'join',
  about: `${CLIENTS} clients join a document of ${BYTES / 1e6} MB at once`,
  servers: ['ours', 'y-websocket', 'hocuspocus-db'],
  runs: 3,
  seconds: 1,
  async run(bench) {
    const server = await bench.startServer();
    const generator = await bench.startGenerator();
    const [document = ''] = await server.documents(1);
    const addressOf = async (writes: boolean) => {
      const [address] = await server.addresses(document, [writes]);
      if (!address) throw new Error('no address');
      return address;
    };
    const acknowledged = bench.serverName === 'ours';
    const { text } = await generator.ask('upload', {
      address: await addressOf(true),
      bytes: BYTES,
      acknowledged,
    });
    const whole = await generator.ask('open', { address: await addressOf(true), text });
    await generator.ask('leave', {});
    await server.settled(document);
    // What writing left behind is not what joining costs; a server without a store has to keep it.
    if (bench.serverName !== 'y-websocket') await server.restart();
    const addresses = await server.addresses(
      document,
      Array.from({ length: CLIENTS }, () => true),
    );
    const before = rssOf(server.pid);
    let highest = before;
    const looking = setInterval(() => {
      highest = Math.max(highest, rssOf(server.pid));
    }, LOOK);
    const joined = await join(
      generator,
      addresses.map((address) => ({ address, room: 0, writes: false, probe: false, keep: false })),
      CLIENTS,
    );
    clearInterval(looking);
    const complete = whole.whole && joined.bytes >= CLIENTS * BYTES;
    return {
      'all synced ms': joined.join?.max ?? null,
      'p50 ms': joined.join?.p50 ?? null,
      'MB sent': Math.round(joined.bytes / 1e6),
      'RSS before MB': Math.round(before / 1e6),
      'RSS growth MB': Math.round((highest - before) / 1e6),
      faults: complete ? null : 'not everybody has the whole text',
    };
  },
  judge(medians) {
    const ms = figure(medians, 'ours', 'all synced ms');
    const growth = figure(medians, 'ours', 'RSS growth MB');
    return [
      { target: 'all synced < 5 s', measured: `${ms} ms`, holds: ms < 5_000 },
      { target: 'server memory grows by < 100 MB', measured: `${growth} MB`, holds: growth < 100 },
    ];
  },
};
