import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Crowd } from './Crowd';
import type { Replayed, ReplayOrder } from './orders';

export async function replayTrace(_crowd: Crowd, order: ReplayOrder): Promise<Replayed> {
  JSON.parse(gunzipSync(readFileSync(order.file)).toString());
  throw new Error('not yet');
}
