import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { ByteReader, ByteWriter } from '@hemicycle/collab/protocol';
import { readTrace } from './readTrace';
import { TraceDocs } from './TraceDocs';

export interface PreparedTrace {
  readonly agents: number;
  /** Writer and Yjs update of each edit, the paragraph they go into first. */
  readonly edits: readonly { readonly agent: number; readonly update: Uint8Array }[];
}

/** A trace as updates. Making 260,000 edits takes a Y.Doc a while, so it is done once, into the file `prepared`. */
export function prepareTrace(file: string, prepared: string): PreparedTrace {
  if (!existsSync(prepared)) {
    const trace = readTrace(file);
    const docs = new TraceDocs(trace);
    const writer = new ByteWriter(1 << 20).varUint(trace.agents).varUint(trace.edits.length + 1);
    writer.varUint(0).varBytes(docs.beginning);
    trace.edits.forEach((edit, index) => void writer.varUint(edit.agent).varBytes(docs.make(index)));
    writeFileSync(`${prepared}.part`, writer.done());
    renameSync(`${prepared}.part`, prepared);
  }
  const reader = new ByteReader(readFileSync(prepared));
  const agents = reader.varUint();
  const edits = Array.from({ length: reader.varUint() }, () => ({
    agent: reader.varUint(),
    update: reader.varBytes(),
  }));
  return { agents, edits };
}
