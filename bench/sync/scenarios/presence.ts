import { figure, figuresOf } from './figures';
import { openRoom } from './openRoom';
import type { SeparateScenario } from './scenario';

const READERS = 500;
const RATE = 10;
/** Caret moves a second of everybody. */
const CARETS = 1;

export const presence: SeparateScenario = {
  name: 'presence',
  about: `${READERS} readers of one writer of ${RATE} characters a second, every caret moving once a second`,
  servers: ['ours', 'y-websocket', 'hocuspocus'],
  runs: 3,
  seconds: 10,
  async run(bench) {
    const { server, generator, joined } = await openRoom(bench, { clients: READERS + 1, writers: 1 });
    await bench.write(server, generator, { rate: RATE, seconds: 3, carets: CARETS });
    const measured = await bench.write(server, generator, {
      rate: RATE,
      seconds: bench.seconds,
      carets: CARETS,
    });
    return figuresOf(measured, joined);
  },
  judge(medians) {
    const p99 = figure(medians, 'ours', 'p99 ms');
    return [{ target: 'p99 of text < 60 ms', measured: `${p99} ms`, holds: p99 < 60 }];
  },
};
