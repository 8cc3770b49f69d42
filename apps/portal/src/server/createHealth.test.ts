import { describe, expect, it } from '@jest/globals';
import { createHealth } from './createHealth';

describe('readiness', () => {
  it('names the part that is down, and that alone', async () => {
    const health = createHealth({
      postgres: async () => {},
      keycloak: async () => {
        throw new Error('refused');
      },
    });
    const { status, parts } = await health.ready();
    expect(status).toBe('unready');
    expect(parts.postgres?.state).toBe('up');
    expect(parts.keycloak?.state).toBe('down');
  });

  it('asks the parts at most once a second, however often it is asked', async () => {
    let now = 0;
    let asked = 0;
    const count = async () => {
      asked += 1;
    };
    const health = createHealth({ livekit: count }, () => now);
    await Promise.all([health.ready(), health.ready()]);
    expect(asked).toBe(1);
    now = 1_001;
    await health.ready();
    expect(asked).toBe(2);
  });

  it('does not wait for a part that never answers', async () => {
    const health = createHealth({ realtime: () => new Promise(() => {}) });
    expect((await health.ready()).parts.realtime?.state).toBe('down');
  });
});
