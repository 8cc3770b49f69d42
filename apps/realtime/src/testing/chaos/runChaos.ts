import { CONTENT_FRAGMENT } from '@hemicycle/collab/contentFragment';
import { until } from '@hemicycle/testing';
import { Pool } from 'pg';
import * as Y from 'yjs';
import { createRandom } from '../createRandom';
import { ChaosGame, type ChaosOptions } from './ChaosGame';
import { Content } from './Content';
import { DISTURBANCES, FORGED_CLIENTS } from './disturbances';
import { readUpdates } from './Ledger';
import type { ChaosEditor } from './openChaosEditor';
import type { ChaosHouse } from './startChaosHouse';

export interface ChaosResult {
  readonly seed: number;
  /** Empty: everything held. */
  readonly violations: readonly string[];
  /** Edits, frames acknowledged, audits, disturbances by name. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Mean time between disturbances. Milliseconds. */
const DISTURBED_EVERY = 700;
/** When everything is healed, all must be stored and equal within this. Milliseconds. */
const QUIET_WITHIN = 60_000;

/** Plays one seed: edits and disturbances, then peace, then the reckoning. */
export async function runChaos(house: ChaosHouse, options: ChaosOptions): Promise<ChaosResult> {
  const game = new ChaosGame(house, options, createRandom(options.seed));
  try {
    await begin(game);
    await play(game);
    await heal(game);
    await reckon(game);
  } catch (error) {
    game.broken(String(error));
  } finally {
    await Promise.allSettled(game.running);
    game.count('frames acknowledged', game.acknowledged);
    game.count('audits', game.ledger.audits);
    for (const editor of [...game.editors]) game.close(editor);
    await game.ledger.close();
  }
  return { seed: options.seed, violations: game.violations, counts: Object.fromEntries(game.counts) };
}

async function begin(game: ChaosGame): Promise<void> {
  const { house, spaceId, writers } = game.house;
  const [owner] = writers;
  for (let i = 0; owner && i < game.options.documents; i++)
    game.documents.push(await house.document(spaceId, owner));
  for (let i = 0; i < game.options.editors; i++) {
    game.open(`editor ${i}`, game.documents[i % game.documents.length] ?? '', true);
  }
  for (const documentId of game.documents) game.open('reader', documentId, false);
}

async function play(game: ChaosGame): Promise<void> {
  const { random, options } = game;
  const end = performance.now() + options.seconds * 1_000;
  let next = performance.now() + 500;
  while (performance.now() < end) {
    const writer = game.pick(game.editors.filter((editor) => editor.options.writes));
    for (let i = random.chance(0.05) ? 20 : 1; i > 0; i--) {
      writer?.edit(random);
      game.count('edits');
      game.count(`edits while ${writer?.handle.status}`);
    }
    // The network coming back ends a wait, as it does in browsers; otherwise most of a run would be waiting.
    const waiting = random.chance(0.1) && game.pick(game.editors.filter((editor) => !editor.offline));
    if (waiting && ['unsaved', 'offline'].includes(waiting.handle.status)) waiting.handle.retry();
    if (performance.now() > next) {
      disturb(game);
      next = performance.now() + random.below(2 * DISTURBED_EVERY);
    }
    await game.pause(30);
  }
}

function disturb(game: ChaosGame): void {
  let dice = game.random.next() * DISTURBANCES.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = DISTURBANCES.find(({ weight }) => {
    dice -= weight;
    return dice < 0;
  });
  const done = chosen?.begin(game);
  if (!chosen || !done) return;
  game.say(chosen.name);
  game.count(chosen.name);
  const settled: Promise<void> = done
    .catch((error: unknown) => game.broken(`${chosen.name}: ${String(error)}`))
    .finally(() => game.running.delete(settled));
  game.running.add(settled);
}

async function heal(game: ChaosGame): Promise<void> {
  game.say('peace: everything is healed, everybody comes back');
  while (game.running.size > 0) await Promise.all(game.running);
  for (const editor of game.editors) editor.handle.retry();
  for (const documentId of game.documents) game.open('newcomer', documentId, false);
  const quiet = (editor: ChaosEditor): boolean =>
    editor.handle.status === (editor.options.writes ? 'saved' : 'readonly') && editor.handle.synced;
  const waiting = () => game.editors.filter((editor) => !quiet(editor));
  await until(() => waiting().length === 0, 'everything saved', QUIET_WITHIN).catch(() => {
    const who = waiting().map((editor) => `${editor.options.name} is ${editor.handle.status}`);
    game.broken(`not saved in peace: ${who.join(', ')}`);
  });
}

/** Stored, equal, and nothing of a forger anywhere. */
async function reckon(game: ChaosGame): Promise<void> {
  const pool = new Pool({ connectionString: game.house.databaseUrl, max: 1 });
  try {
    for (const documentId of game.documents) {
      await game.ledger.audit(documentId);
      const stored = new Y.Doc();
      const updates = await readUpdates(pool, documentId);
      stored.transact(() => {
        for (const update of updates) Y.applyUpdate(stored, update);
      });
      const replicas = game.editors.filter(({ options }) => options.documentId === documentId);
      const differing = () => replicas.filter(({ doc }) => !equal(doc, stored));
      await until(() => differing().length === 0, 'replicas equal', QUIET_WITHIN).catch(() => undefined);
      for (const editor of differing()) game.broken(difference(editor, stored));
      if (stored.store.pendingStructs) game.broken(`${documentId} has gaps`);
      for (const client of Y.decodeStateVector(Y.encodeStateVector(stored)).keys()) {
        if (client >= FORGED_CLIENTS && client < FORGED_CLIENTS + 1_000)
          game.broken('a forged edit was stored');
      }
      game.count('characters at the end', stored.getXmlFragment(CONTENT_FRAGMENT).toString().length);
      game.count('replicas compared', replicas.length);
    }
  } finally {
    await pool.end();
  }
}

/** What one has and the other lacks, and how the editor is connected. */
function difference({ doc, handle, options, socket }: ChaosEditor, stored: Y.Doc): string {
  const contentOf = (from: Y.Doc) => new Content().add(Y.encodeStateAsUpdate(from));
  const [replica, database] = [contentOf(doc), contentOf(stored)];
  return [
    `${options.name} differs from the database of ${options.documentId}`,
    `it lacks ${database.missingIn(replica)}; the database lacks ${replica.missingIn(database)}`,
    `first difference: ${firstDifference(textOf(doc), textOf(stored))}`,
    `it is ${handle.status} at ${socket()?.url.split('?')[0]}, gaps: ${doc.store.pendingStructs !== null}`,
  ].join('; ');
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at === a.length && at === b.length
    ? 'none'
    : `${at}: ${a.slice(at - 20, at + 20)} | ${b.slice(at - 20, at + 20)}`;
}

const textOf = (doc: Y.Doc): string => doc.getXmlFragment(CONTENT_FRAGMENT).toString();

/**
 * The same text, structs and no gaps. Not the same deletions: Yjs tidies up redundant marks wherever it notices them,
 * and what a reader's browser tidied up stays with the reader.
 */
function equal(a: Y.Doc, b: Y.Doc): boolean {
  return textOf(a) === textOf(b) && sameClocks(a, b) && sameClocks(b, a);
}

function sameClocks(a: Y.Doc, b: Y.Doc): boolean {
  const other = Y.decodeStateVector(Y.encodeStateVector(b));
  return [...Y.decodeStateVector(Y.encodeStateVector(a))].every(
    ([client, clock]) => other.get(client) === clock,
  );
}
