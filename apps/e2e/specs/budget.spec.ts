import { gzipSync } from 'node:zlib';
import { expect, test } from '../src/test';

/** First-load module scripts of Home, gzip. Bytes. */
const HOME_BUDGET = 200_000;

// A development build says nothing about weight.
test('Home stays light, and carries neither the call nor the editor', { tag: '@own' }, async ({ people }) => {
  const page = await people.as('ines');
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
  });
  await page.reload({ waitUntil: 'networkidle' });
  const bodies = await Promise.all(
    [...scripts].map(async ([url, body]) => ({ url: new URL(url).pathname, body: await body })),
  );
  const sizes = bodies.map(({ url, body }) => ({ url, bytes: gzipSync(body, { level: 9 }).length }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  test.info().annotations.push({ type: 'first-load', description: `${total} bytes gzip` });
  expect(total, JSON.stringify(sizes, null, 2)).toBeLessThanOrEqual(HOME_BUDGET);
  expect(total, 'something was loaded').toBeGreaterThan(50_000);
  for (const { url, body } of bodies) {
    expect(body.includes('ProseMirror'), `${url} holds the editor`).toBe(false);
    expect(body.includes('livekit'), `${url} holds the call`).toBe(false);
  }
});
