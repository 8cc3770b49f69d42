import { faultsOf, figure } from './figures';
import { openRoom } from './openRoom';
import type { Measured, Medians, SeparateScenario } from './scenario';

const CLIENTS = 200;
const WRITERS = 20;
/** Updates a second, step by step; the last one is the bound. */
const RATES = [400, 800, 1_600, 3_200, 6_400, 9_600, 12_800];
const COMPARED = 6_400;
/** A step is held while 99 of 100 characters arrive within this. Milliseconds. */
const HELD = 100;
/** At 2.5 million deliveries a second some look into what they get, and the others count frames. */
const PROBES = 4;

export const capacity: SeparateScenario = {
  name: 'capacity',
  about: `${CLIENTS} clients in one room, ${WRITERS} writing, faster and faster until p99 > ${HELD} ms`,
  servers: ['ours', 'relay', 'y-websocket', 'hocuspocus', 'hocuspocus-db'],
  runs: 1,
  seconds: 5,
  async run(bench) {
    const { server, generator, joined } = await openRoom(bench, {
      clients: CLIENTS,
      writers: WRITERS,
      probes: PROBES,
    });
    await bench.write(server, generator, { rate: 200, seconds: 4, carets: 0 });
    let held = 0;
    let last: Measured | null = null;
    const steps: Record<string, number | string | null> = {};
    for (const rate of RATES) {
      last = await bench.write(server, generator, { rate, seconds: bench.seconds, carets: 0 });
      const p99 = last.text?.p99 ?? Number.POSITIVE_INFINITY;
      steps[`p99 ms at ${rate}/s`] = p99;
      steps[`CPU-ms/1,000 deliveries at ${rate}/s`] = cpuPerDelivery(last);
      if (p99 > HELD || last.missing > 0 || Object.keys(last.closed).length > 0) break;
      held = rate;
    }
    return {
      'updates/s held': held,
      ...steps,
      'saved p99 ms at the end': last?.acknowledged?.p99 ?? null,
      'join max ms': joined.join?.max ?? null,
      'RSS MB': last ? Math.round(last.rss / 1e6) : null,
      'generator limit at the end': last?.generatorLimit ?? null,
      'faults at the end': last ? faultsOf(last) : null,
    };
  },
  judge(medians) {
    const ours = figure(medians, 'ours', 'updates/s held');
    const stored = figure(medians, 'hocuspocus-db', 'updates/s held');
    const p99 = figure(medians, 'ours', `p99 ms at ${COMPARED}/s`);
    const best = Math.min(...peersAt(medians));
    return [
      {
        target: 'holds at least what Hocuspocus with database holds',
        measured: `${ours} against ${stored} updates/s`,
        holds: ours >= stored,
      },
      {
        target: `p99 at ${COMPARED} updates/s below every peer's`,
        measured: `${p99} ms against ${Number.isFinite(best) ? `${best} ms` : 'none that holds it'}`,
        holds: p99 < best,
      },
    ];
  },
};

const cpuPerDelivery = ({ serverCpu, deliveries }: Measured): number =>
  Number((serverCpu / (deliveries / 1_000)).toFixed(2));

function peersAt(medians: Medians): number[] {
  const peers = ['y-websocket', 'hocuspocus', 'hocuspocus-db'] as const;
  return peers
    .map((peer) => figure(medians, peer, `p99 ms at ${COMPARED}/s`))
    .filter((p99) => !Number.isNaN(p99));
}
