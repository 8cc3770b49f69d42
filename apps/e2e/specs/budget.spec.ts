import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { environment } from '../src/environment';
import { expect, test } from '../src/test';

/** First-load module scripts of Home, gzip. Bytes. */
const HOME_BUDGET = 200_000;

// A development build says nothing about weight.
test('Home stays light, and carries neither the call nor the editor', { tag: '@own' }, async ({ people }) => {
  const page = await people.as('ines');
  const html = await (await page.request.get(environment.url)).text();
  // `nomodule` scripts are for browsers that know no modules: none of ours loads them.
  const tags = [...html.matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag);
  const addresses = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []);
  const bodies = await readAll(page, addresses);
  const sizes = bodies.map(({ url, body }) => ({ url, bytes: gzipSync(body, { level: 9 }).length }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  test.info().annotations.push({ type: 'first-load', description: `${total} bytes gzip` });
  expect(total, 'something was loaded').toBeGreaterThan(50_000);
  expect(total, JSON.stringify(sizes, null, 2)).toBeLessThanOrEqual(HOME_BUDGET);

  // Nor does the page fetch them later on its own. Read by address: the browser keeps no body of what the page left.
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') fetched.push(request.url());
  });
  await page.reload({ waitUntil: 'networkidle' });
  const all = await readAll(page, fetched);
  expect(all.length).toBeGreaterThanOrEqual(bodies.length);
  for (const { url, body } of all) {
    const text = body.toString('utf8');
    expect(text.includes('ProseMirror'), `${url} holds the editor`).toBe(false);
    expect(text.includes('livekit'), `${url} holds the call`).toBe(false);
  }
});

/** Every script once. */
const readAll = (page: Page, addresses: string[]) =>
  Promise.all(
    [...new Set(addresses)].map(async (url) => {
      const response = await page.request.get(new URL(url, environment.url).href);
      expect(response.ok(), url).toBe(true);
      return { url, body: await response.body() };
    }),
  );
