import { cpus } from 'node:os';
import { type Operation, readableDocuments, spacesOfPeople } from '@hemicycle/core';
import { beginTestRun } from '@hemicycle/testing';
import { endTestRun, ownTestRun } from '../../packages/testing/src/endTestRun';
import { type Filled, fill, fillAround } from './fill';

/** What a page of 200 documents in 20 spaces may cost its person in 30 nested groups. */
const GOAL = { queries: 3, milliseconds: 30, growth: 1.5 };
const MANY = 1_000_000;
const WARM_UP = 50;
const ROUNDS = 300;

interface Measured {
  grants: number;
  queries: number;
  p50: number;
  p95: number;
  p99: number;
}

const run = await beginTestRun();
ownTestRun(run);
try {
  console.error('Filling a database …');
  const filled = await fill();
  const few = await measure(filled);
  console.error('Filling it up to a million grants …');
  await fillAround(filled.world, 20_000, MANY);
  const many = await measure(filled);
  const growth = Number((many.p50 / few.p50).toFixed(2));
  const holds =
    Math.max(few.queries, many.queries) <= GOAL.queries &&
    Math.max(few.p50, many.p50) < GOAL.milliseconds &&
    growth <= GOAL.growth;
  console.log(
    JSON.stringify({ cores: cpus().length, rounds: ROUNDS, goal: GOAL, few, many, growth, holds }, null, 2),
  );
  console.table({ few, many });
  if (!holds) {
    console.error('The roles on a page cost more than promised.');
    process.exitCode = 1;
  }
  await filled.world.close();
} finally {
  await endTestRun(run);
}

/** What decides about everything on the page: the roles in its spaces and on its documents. */
async function ask(filled: Filled, op: Operation = filled.world.as(filled.person)): Promise<void> {
  const { person, documentIds, spaceIds } = filled;
  const spaces = await spacesOfPeople(op.db, [person.id], op.now);
  const documents = await readableDocuments(op, documentIds);
  const inSpaces = spaceIds.filter((id) => spaces.get(person.id)?.has(id));
  if (documents.size !== documentIds.length || inSpaces.length !== spaceIds.length) {
    throw new Error(`only ${documents.size} documents in ${inSpaces.length} spaces are readable`);
  }
}

async function measure(filled: Filled): Promise<Measured> {
  const times: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await ask(filled);
    if (round >= 0) times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => Number((times[Math.floor(share * (ROUNDS - 1))] ?? 0).toFixed(2));
  const grants = await filled.world.database.grant.count();
  return { grants, queries: await countQueries(filled), p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

async function countQueries(filled: Filled): Promise<number> {
  let queries = 0;
  const op = filled.world.as(filled.person);
  const counting = op.database.$extends({
    query: {
      $allOperations({ args, query }) {
        queries += 1;
        return query(args);
      },
    },
  });
  await ask(filled, { ...op, db: counting as unknown as Operation['db'] });
  return queries;
}
