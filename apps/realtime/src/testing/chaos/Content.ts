import * as Y from 'yjs';
import { ClockRanges } from './ClockRanges';

/**
 * What updates contain, by Yjs's own decoder and without integrating anything: which structs, and which deletions. The
 * judge of the chaos run: it shares no code with the server.
 */
export class Content {
  readonly structs = new ClockRanges();
  readonly deletes = new ClockRanges();

  /** @param update Yjs v1 */
  add(update: Uint8Array): this {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue;
      const { client, clock } = struct.id;
      this.structs.add(client, clock, clock + struct.length);
    }
    for (const [client, deleted] of ds.clients)
      for (const { clock, len } of deleted) this.deletes.add(client, clock, clock + len);
    return this;
  }

  addAll(other: Content): void {
    this.structs.addAll(other.structs);
    this.deletes.addAll(other.deletes);
  }

  /** The first thing that `other` lacks, in words; null when it has everything. */
  missingIn(other: Content): string | null {
    const struct = this.structs.missingIn(other.structs);
    if (struct) return `text of ${struct}`;
    const deletion = this.deletes.missingIn(other.deletes);
    return deletion && `deletion of ${deletion}`;
  }
}
