import { createDatabase } from '@hemicycle/db';
import { describe, expect, it } from '@jest/globals';
import { startLivekit, testDatabase } from './index';

describe('test parts', () => {
  it('gives each caller a migrated database of its own', async () => {
    const [first, second] = await Promise.all([testDatabase(), testDatabase()]);
    expect(first.url).not.toBe(second.url);
    const database = createDatabase(first.url, { poolSize: 1 });
    expect(await database.user.count()).toBe(0);
    await database.$disconnect();
    await Promise.all([first.drop(), second.drop()]);
  });

  it('brings a killed part back on the same address', async () => {
    const livekit = await startLivekit();
    expect((await fetch(livekit.httpUrl)).ok).toBe(true);
    await livekit.kill();
    await expect(fetch(livekit.httpUrl)).rejects.toThrow();
    await livekit.start();
    expect((await fetch(livekit.httpUrl)).ok).toBe(true);
  });
});
