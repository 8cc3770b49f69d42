import { figure, figuresOf } from './figures';
import { type AlternatingScenario, join } from './scenario';

const CPU = 'CPU-ms/1,000 updates';

/** Many documents with few people in each; one of them writes. */
function manySmall(rooms: number, clients: number, rate: number): AlternatingScenario {
  return {
    name: `many-${rooms}x${clients}`,
    about: `${rooms} rooms of ${clients} clients, ${rate} characters a second over all of them`,
    servers: ['ours', 'relay', 'y-websocket', 'hocuspocus', 'hocuspocus-db'],
    runs: 5,
    seconds: 10,
    async open(bench) {
      const server = await bench.startServer();
      const generator = await bench.startGenerator();
      const writes = Array.from({ length: clients }, (_, index) => index === 0);
      const orders = [];
      for (const [room, document] of (await server.documents(rooms)).entries()) {
        const addresses = await server.addresses(document, writes);
        for (const [index, address] of addresses.entries()) {
          orders.push({ address, room, writes: writes[index] ?? false, probe: true, keep: false });
        }
      }
      const joined = await join(generator, orders);
      // Code that has just started is compiled while it runs; a server in use is not.
      await bench.write(server, generator, { rate: rate * 5, seconds: 15, carets: 0 });
      return async () => {
        const order = { rate, seconds: bench.seconds, carets: 0 };
        return figuresOf(await bench.write(server, generator, order), joined);
      };
    },
    judge(medians) {
      const ours = figure(medians, 'ours', CPU);
      const plain = ours / figure(medians, 'y-websocket', CPU);
      const stored = ours / figure(medians, 'hocuspocus-db', CPU);
      const p99 = figure(medians, 'ours', 'p99 ms');
      return [
        {
          target: 'CPU per update ≤ y-websocket in memory',
          measured: plain.toFixed(2),
          holds: plain <= 1,
        },
        {
          target: 'CPU per update ≤ 0.65 × Hocuspocus with database',
          measured: stored.toFixed(2),
          holds: stored <= 0.65,
        },
        { target: 'p99 < 10 ms', measured: `${p99} ms`, holds: p99 < 10 },
      ];
    },
  };
}

export const manySmallPairs = manySmall(300, 2, 300);
export const manySmallTrios = manySmall(500, 3, 350);
