import { createWorld } from '@hemicycle/testing';
import { expect, it } from '@jest/globals';
import { purgeExpired } from './purgeExpired';

it('BUS-10 delivered events are removed after three days, later ones are kept', async () => {
  const { database, close } = await createWorld();
  const now = new Date();
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 60 * 60 * 1000);
  const ages = [0, 71, 73, 24 * 365];
  await database.outboxEvent.createMany({
    data: ages.map((age) => ({ topic: `servers`, event: { age }, createdAt: hoursAgo(age) })),
  });
  await purgeExpired(database, now);
  const left = await database.outboxEvent.findMany({ orderBy: { id: 'asc' } });
  expect(left.map(({ event }) => event)).toEqual([{ age: 0 }, { age: 71 }]);
  await close();
});
