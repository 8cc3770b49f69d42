import * as Y from 'yjs';
import type { Random } from './editRandomly';
import { createLedger, type Ledger } from './Ledger';
import { type ChaosEditor, openChaosEditor } from './openChaosEditor';
import type { ChaosHouse } from './startChaosHouse';

export interface ChaosOptions {
  readonly seed: number;
  readonly seconds: number;
  readonly editors: number;
  readonly documents: number;
  /** A line for whoever watches. */
  readonly report: (line: string) => void;
}

/** What is on the table while a chaos run plays: documents, who has them open, and what went wrong. */
export class ChaosGame {
  readonly house: ChaosHouse;
  readonly options: ChaosOptions;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly documents: string[] = [];
  /** Who writes, and who only reads along. */
  readonly editors: ChaosEditor[] = [];
  readonly counts = new Map<string, number>();
  readonly violations: string[] = [];
  /** Disturbances that are not over yet. */
  readonly running = new Set<Promise<void>>();
  databaseBusy = false;
  #acknowledgedBefore = 0;
  readonly #started = performance.now();

  constructor(house: ChaosHouse, options: ChaosOptions, random: Random) {
    this.house = house;
    this.options = options;
    this.random = random;
    this.ledger = createLedger(house.databaseUrl, this.broken);
  }

  readonly broken = (violation: string): void => {
    if (this.violations.length < 50) this.violations.push(violation);
    this.say(`VIOLATION ${violation}`);
  };

  say(line: string): void {
    const seconds = ((performance.now() - this.#started) / 1_000).toFixed(2).padStart(7);
    this.options.report(`${seconds}  ${line}`);
  }

  count(what: string, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  get acknowledged(): number {
    return this.editors.reduce((sum, editor) => sum + editor.acknowledged, this.#acknowledgedBefore);
  }

  pick<T>(from: readonly T[]): T | undefined {
    return from[this.random.below(from.length)];
  }

  /** Each socket goes to some node, as a balancer without stickiness would have it. */
  open(name: string, documentId: string, writes: boolean, kept?: { from: ChaosEditor }): ChaosEditor {
    const { house, writers, reader, nodes } = this.house;
    const editor = openChaosEditor({
      name,
      house,
      person: writes ? (kept?.from.options.person ?? this.pick(writers) ?? reader) : reader,
      writes,
      documentId,
      ledger: this.ledger,
      node: () => this.pick(nodes)?.server.socketOrigin ?? '',
      broken: this.broken,
      ...(kept && { kept: { state: Y.encodeStateAsUpdate(kept.from.doc), own: kept.from.own } }),
    });
    this.editors.push(editor);
    return editor;
  }

  close(editor: ChaosEditor): void {
    this.#acknowledgedBefore += editor.acknowledged;
    this.editors.splice(this.editors.indexOf(editor), 1);
    editor.close();
  }

  /** Waits a random time below `ms`. */
  pause(ms: number): Promise<void> {
    const wait = this.random.below(ms);
    return new Promise((resolve) => setTimeout(resolve, wait));
  }
}
