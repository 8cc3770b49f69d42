import { readFileSync } from 'node:fs';
import * as Y from 'yjs';
import { joinUpdates } from '../apps/realtime/src/protocol/joinUpdates';
import { scanUpdate } from '../apps/realtime/src/protocol/scanUpdate';

const buf = readFileSync('/tmp/st/ups.bin');
const ups: Uint8Array[] = [];
for (let i = 0; i < buf.length; ) {
  const n = buf.readUInt32LE(i);
  ups.push(Uint8Array.from(buf.subarray(i + 4, i + 4 + n)));
  i += 4 + n;
}
let t0 = performance.now();
for (let k = 0; k < 3; k++) {
  t0 = performance.now();
  for (const u of ups) scanUpdate(u);
  console.log('scan all', performance.now() - t0);
}
for (let k = 0; k < 3; k++) {
  t0 = performance.now();
  const j = joinUpdates(ups);
  console.log('join all', performance.now() - t0, j.length);
  t0 = performance.now();
  const d = new Y.Doc();
  Y.applyUpdate(d, j);
  d.getText('t').toString();
  console.log(' apply', performance.now() - t0);
}
for (const n of [8, 20]) {
  t0 = performance.now();
  const g: Uint8Array[] = [];
  for (let i = 0; i < ups.length; i += n) g.push(joinUpdates(ups.slice(i, i + n)));
  console.log(
    'rows',
    n,
    performance.now() - t0,
    g.reduce((s, u) => s + u.length, 0),
  );
  t0 = performance.now();
  const j = joinUpdates(g);
  console.log(' join rows', performance.now() - t0, j.length);
}
// big doc
const big = new Y.Doc();
big.transact(() => {});
const bt = big.getText('t');
for (let i = 0; i < 60000; i++)
  bt.insert(
    Math.floor(Math.random() * (bt.length + 1)),
    'lorem ipsum dolor sit amet, consectetur adipiscing elit sed do eiusmod '.slice(0, 60),
  );
const b = Y.encodeStateAsUpdate(big);
console.log('big', b.length);
const sv = Y.encodeStateVector(big);
for (let i = 0; i < 100; i++) bt.insert(5, 'new');
const b2 = Y.encodeStateAsUpdate(big);
for (let k = 0; k < 3; k++) {
  t0 = performance.now();
  const d = Y.diffUpdate(b2, sv);
  console.log('diffUpdate', performance.now() - t0, d.length);
  t0 = performance.now();
  scanUpdate(b2);
  console.log('scan', performance.now() - t0);
  t0 = performance.now();
  const d3 = new Y.Doc();
  Y.applyUpdate(d3, b2);
  console.log('load', performance.now() - t0);
  t0 = performance.now();
  console.log(Y.encodeStateAsUpdate(d3, sv).length, performance.now() - t0);
}
