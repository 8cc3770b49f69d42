import { existsSync } from 'node:fs';
import type { Opened } from '../load/orders';
import { readTrace } from '../load/readTrace';
import { cpuOf } from '../measure/processUse';
import type { ServerOptions } from '../servers/RunningServer';
import { figure } from './figures';
import { type Bench, type Figures, join, type SeparateScenario } from './scenario';

/** Edits a second: far faster than they were typed, and slow enough for every server here. */
const RATE = 4_000;
/** A replay is what the flood gate and the rates of accounts are there against. */
const UNGATED = {
  framesPerSecond: 1e6,
  frameBurst: 1e6,
  bytesPerSecond: 1e9,
  byteBurst: 1e9,
  accountBytesPerSecond: 1e9,
  accountByteBurst: 1e9,
  accountWorkPerSecond: 1e6,
  accountWorkBurst: 1e6,
};
/** Nothing is compacted, and a row is written for nearly every edit. */
const UNCOMPACTED = {
  tailRows: 1e9,
  tailBytes: 1e12,
  restMs: 1e9,
  restAtLatestMs: 1e9,
  commitWindowMs: 1,
  commitAloneMs: 1,
};

interface Told {
  readonly file: string;
  readonly uncompacted: boolean;
  /** Large enough that opening it takes more than coming up does. */
  readonly compared: boolean;
}

function trace(name: string, { file, uncompacted, compared }: Told): SeparateScenario {
  return {
    name,
    about: `${file} edit by edit, then opened after a restart${uncompacted ? ', nothing compacted' : ''}`,
    servers: uncompacted ? ['ours', 'hocuspocus-db'] : ['ours', 'hocuspocus-db', 'y-websocket-leveldb'],
    runs: 1,
    seconds: 1,
    run: (bench) => replayAndOpen(bench, file, uncompacted),
    judge(medians) {
      const ours = figure(medians, 'ours', 'cold open ms');
      const ratio = ours / figure(medians, 'hocuspocus-db', 'cold open ms');
      const equal = medians.ours?.faults === null;
      const verdicts = [
        { target: 'equal to the known end content', measured: equal ? 'yes' : 'no', holds: equal },
        { target: 'cold open < 1 s', measured: `${ours} ms`, holds: ours < 1_000 },
      ];
      if (!compared) return verdicts;
      const target = 'cold open ≤ 0.6 × Hocuspocus with database';
      return [...verdicts, { target, measured: ratio.toFixed(2), holds: ratio <= 0.6 }];
    },
  };
}

async function replayAndOpen(bench: Bench, name: string, uncompacted: boolean): Promise<Figures> {
  const file = `${bench.traces}/${name}.json.gz`;
  if (!bench.traces || !existsSync(file)) {
    throw new Error(`${name}.json.gz is needed: npm run bench:sync -- --traces <folder>`);
  }
  const { agents, endContent: text } = readTrace(file);
  const options: ServerOptions = { limits: { ...UNGATED, ...(uncompacted ? UNCOMPACTED : {}) } };
  const server = await bench.startServer(options);
  const generator = await bench.startGenerator();
  const [document = ''] = await server.documents(1);
  const writers = await server.addresses(
    document,
    Array.from({ length: agents }, () => true),
  );
  await join(
    generator,
    // They write, but what the trace says instead of something of their own.
    writers.map((address) => ({ address, room: 0, writes: false, probe: false, keep: false })),
  );
  const prepared = `${bench.folder}/${name}.updates`;
  const replayed = await generator.ask('replay', { file, prepared, rate: RATE });
  const open = async (): Promise<Opened> => {
    const [address] = await server.addresses(document, [true]);
    if (!address) throw new Error('no address');
    return generator.ask('open', { address, text });
  };
  const live = await open();
  await generator.ask('leave', {});
  if (!uncompacted) await server.settled(document);
  await server.restart(options);
  const before = cpuOf(server.pid);
  const cold = await open();
  return figuresOf({ replayed, live, cold, cpu: cpuOf(server.pid) - before });
}

interface Found {
  readonly replayed: { edits: number; seconds: number; unacknowledged: number | null };
  readonly live: Opened;
  readonly cold: Opened;
  /** Processor time of the server while it was opened. Milliseconds. */
  readonly cpu: number;
}

function figuresOf({ replayed, live, cold, cpu }: Found): Figures {
  const faults = [
    live.whole ? '' : `the running server has ${live.characters} characters, which are not the trace's`,
    cold.whole ? '' : `after a restart there are ${cold.characters} characters, which are not the trace's`,
    replayed.unacknowledged ? `${replayed.unacknowledged} not acknowledged` : '',
  ].filter((fault) => fault !== '');
  return {
    edits: replayed.edits,
    'edits/s': Math.round(replayed.edits / replayed.seconds),
    'cold open ms': Number.isNaN(cold.ms) ? null : Math.round(cold.ms),
    'server CPU-ms of the opening': Math.round(cpu),
    '"synced" after ms': Math.round(cold.syncedMs),
    frames: cold.frames,
    'kB received': Math.round(cold.bytes / 1_000),
    faults: faults.length > 0 ? faults.join(', ') : null,
  };
}

export const tracePaper = trace('trace', {
  file: 'automerge-paper',
  uncompacted: false,
  compared: true,
});
export const tracePaperRaw = trace('trace-uncompacted', {
  file: 'automerge-paper',
  uncompacted: true,
  compared: false,
});
export const traceTwoWriters = trace('trace-concurrent', {
  file: 'clownschool',
  uncompacted: false,
  compared: false,
});
