import { figure, figuresOf } from './figures';
import { openRoom } from './openRoom';
import type { AlternatingScenario } from './scenario';

const CLIENTS = 100;
const WRITERS = 10;
const RATE = 50;
const CPU = 'CPU-ms/1,000 deliveries';

export const light: AlternatingScenario = {
  name: 'light',
  about: `${CLIENTS} clients in one room, ${WRITERS} of them writing ${RATE} characters a second together`,
  servers: ['ours', 'relay', 'y-websocket', 'hocuspocus', 'hocuspocus-db'],
  runs: 5,
  seconds: 10,
  async open(bench) {
    const { server, generator, joined } = await openRoom(bench, { clients: CLIENTS, writers: WRITERS });
    // Code that has just started is compiled while it runs; a server in use is not.
    await bench.write(server, generator, { rate: RATE * 8, seconds: 15, carets: 0 });
    return async () => {
      const order = { rate: RATE, seconds: bench.seconds, carets: 0 };
      return figuresOf(await bench.write(server, generator, order), joined);
    };
  },
  judge(medians) {
    const ours = figure(medians, 'ours', CPU);
    const ratio = ours / figure(medians, 'relay', CPU);
    const peer = Math.min(figure(medians, 'y-websocket', CPU), figure(medians, 'hocuspocus', CPU));
    return [
      {
        target: 'CPU per delivery ≤ 1.2 × the bare relay',
        measured: ratio.toFixed(2),
        holds: ratio <= 1.2,
      },
      {
        target: 'CPU per delivery not above any memory-only peer',
        measured: `${ours} against ${peer}`,
        holds: ours <= peer,
      },
    ];
  },
};
