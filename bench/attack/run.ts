import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { beginTestRun } from '@hemicycle/testing';
import { openTestHouse, type TestHouse } from '../../apps/realtime/src/testing/openTestHouse';
import { generateClient } from '../../infra/local/build.mjs';
import { endTestRun, ownTestRun } from '../../packages/testing/src/endTestRun';
import type { Order, Outcome } from './attacker';
import { FLOODS } from './floods';
import { FORGERIES } from './forgeries';
import { type Latencies, openProbe } from './openProbe';
import type { Attack } from './tactics';

/**
 * `npm run bench:attack -- --only flood`: each attack in turn, while two honest people write and read the same document.
 */
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });

/** How much an attack may slow down text between honest people: p99, in milliseconds, or three times the quiet one. */
const BOUND = 50;
const QUIET_MS = 3_000;

interface Row {
  readonly attack: string;
  readonly spec: string;
  readonly answer: string;
  readonly refused: boolean;
  readonly before: Latencies;
  readonly during: Latencies;
  readonly after: Latencies;
  readonly undisturbed: boolean;
  readonly serverRssMb: number;
}

/** Starting a process costs more than most attacks: it is over before anything is measured. */
async function prepareAttacker(): Promise<(order: Order) => Promise<Outcome>> {
  const child = fork(`${import.meta.dirname}/attacker.ts`, { execArgv: ['--import', 'tsx'] });
  await once(child, 'message');
  return (order) => attackWith(child, order);
}

async function attackWith(child: ChildProcess, order: Order): Promise<Outcome> {
  child.send(order);
  const ended = once(child, 'exit').then(() => [{ failed: 'the attacker ended without an answer' }]);
  const [outcome] = (await Promise.race([once(child, 'message'), ended])) as [Outcome];
  return outcome;
}

async function play(attack: Attack, house: TestHouse): Promise<Row> {
  const { server, spaceId, writer, other, reader } = house;
  const documentId = await house.house.document(spaceId, writer);
  const attackers = {
    writer: await house.house.person('Attacker'),
    reader: await house.house.person('Lurker'),
  };
  await house.house.grant(spaceId, attackers.writer, 'editor');
  await house.house.grant(spaceId, attackers.reader, 'reader');
  const address = async (person: typeof reader) =>
    `${server.socketOrigin}/realtime/documents/${documentId}?ticket=${await house.house.ticket(person, documentId)}`;
  const many = (person: typeof reader, count = 0) =>
    Promise.all(Array.from({ length: count }, () => address(person)));
  const probe = await openProbe(await address(other), await address(reader));
  const attackOnOrder = await prepareAttacker();
  const before = await probe.measure(delay(QUIET_MS));
  const order: Order = {
    name: attack.name,
    ammunition: {
      writer: await many(attackers.writer, attack.writers),
      reader: await many(attackers.reader, attack.readers),
      victim: probe.client,
    },
  };
  const attacking = attackOnOrder(order);
  const during = await probe.measure(attacking);
  const outcome = await attacking;
  const serverRssMb = Math.round((await server.metric('process_resident_memory_bytes')) / 1e6);
  await delay(500);
  const after = await probe.measure(delay(QUIET_MS));
  probe.close();
  const row = {
    attack: attack.name,
    spec: attack.spec,
    answer: 'answer' in outcome ? outcome.answer : `FAILED: ${outcome.failed}`,
    refused: 'answer' in outcome,
    before,
    during,
    after,
    undisturbed: during.missing === 0 && during.p99 <= Math.max(3 * before.p99, BOUND),
    serverRssMb,
  };
  console.error(
    `${attack.name}: ${row.answer}; p99 ${before.p99.toFixed(1)} → ${during.p99.toFixed(1)} → ${after.p99.toFixed(1)} ms`,
  );
  return row;
}

const run = await beginTestRun();
ownTestRun(run);
try {
  await generateClient(run.settings);
  const house = await openTestHouse();
  const rows: Row[] = [];
  for (const attack of [...FORGERIES, ...FLOODS]) {
    if (attack.name.includes(values.only)) rows.push(await play(attack, house));
  }
  await house.close();
  console.log(JSON.stringify({ bound: `p99 during ≤ max(3 × before, ${BOUND} ms)`, rows }, null, 2));
  const ms = (value: number) => Number(value.toFixed(1));
  console.table(
    Object.fromEntries(
      rows.map(({ attack, spec, before, during, after, undisturbed, refused, answer, serverRssMb }) => [
        attack,
        {
          spec,
          'p99 before': ms(before.p99),
          during: ms(during.p99),
          max: ms(during.max),
          after: ms(after.p99),
          'RSS MB': serverRssMb,
          answer: answer.slice(0, 50),
          holds: undisturbed && refused,
        },
      ]),
    ),
  );
  process.exitCode = rows.every(({ undisturbed, refused }) => undisturbed && refused) ? 0 : 1;
} finally {
  await endTestRun(run);
}
