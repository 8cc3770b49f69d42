import { callApi, tryApi } from '../src/callApi';
import { expectToSeeAndHear } from '../src/media';
import { editorOf, joinFromPreJoin } from '../src/meeting';
import { personId, prepareSpace } from '../src/prepareSpace';
import { expect, test } from '../src/test';

/** Whoever is removed is out of everything within this. Milliseconds. */
const OUT_WITHIN = 5_000;

test('whoever is removed is out of call, document and data within five seconds', {
  tag: '@alone',
}, async ({ people }) => {
  const ines = await people.as('ines');
  const piotr = await people.as('piotr');
  const { space, document } = await prepareSpace(ines, { piotr: 'editor' });
  for (const page of [ines, piotr]) {
    await page.goto(`/rooms/${space.roomId}?document=${document.id}`);
    await joinFromPreJoin(page);
    await expect(editorOf(page)).toBeVisible();
  }
  await expectToSeeAndHear(ines);
  const userId = await personId(ines, 'piotr');

  const removed = Date.now();
  await callApi(ines, 'DELETE /spaces/{spaceId}/members/{userId}', `/spaces/${space.id}/members/${userId}`);
  await Promise.all([
    expect(piotr.locator('[data-call=connected]')).toHaveCount(0, { timeout: OUT_WITHIN }),
    expect(editorOf(piotr)).toHaveCount(0, { timeout: OUT_WITHIN }),
  ]);
  const milliseconds = Date.now() - removed;
  const { annotations } = test.info();
  annotations.push({ type: 'revocation', description: `${milliseconds} ms until out of call and document` });
  expect(milliseconds).toBeLessThan(OUT_WITHIN);

  const refused = [
    await tryApi(piotr, 'GET /spaces/{spaceId}', `/spaces/${space.id}`),
    await tryApi(piotr, 'GET /documents/{documentId}', `/documents/${document.id}`),
    await tryApi(piotr, 'GET /channels/{channelId}/messages', `/channels/${space.channelId}/messages`),
    await tryApi(piotr, 'POST /tickets', '/tickets', { purpose: 'document', documentId: document.id }),
    await tryApi(piotr, 'POST /rooms/{roomId}/join', `/rooms/${space.roomId}/join`, {
      deviceId: 'abcdefgh12345678',
    }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  // The one who stays is not disturbed.
  await expect(ines.locator('[data-call=connected]')).toBeVisible();
  await expect(editorOf(ines)).toBeVisible();
});
