import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Position, how many characters go, and what comes in their place. */
export type Patch = readonly [position: number, deleted: number, inserted: string];

export interface Edit {
  readonly agent: number;
  /** Edits this one was made on top of, by index; null: the one before. */
  readonly parents: readonly number[] | null;
  readonly patches: readonly Patch[];
}

export interface Trace {
  readonly agents: number;
  readonly edits: readonly Edit[];
  readonly endContent: string;
}

interface File {
  readonly kind?: string;
  readonly startContent?: string;
  readonly endContent: string;
  readonly numAgents?: number;
  readonly txns: readonly { parents?: number[]; agent?: number; patches: Patch[] }[];
}

/** A real editing trace of the collection josephg/editing-traces (CC BY 4.0), sequential or concurrent. */
export function readTrace(path: string): Trace {
  const file = JSON.parse(gunzipSync(readFileSync(path)).toString()) as File;
  if (file.startContent) throw new Error('traces begin empty');
  return {
    agents: file.numAgents ?? 1,
    edits: file.txns.map(({ agent, parents, patches }) => ({
      agent: agent ?? 0,
      parents: parents ?? null,
      patches,
    })),
    endContent: file.endContent,
  };
}
