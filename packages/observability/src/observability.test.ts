import { describe, expect, it } from '@jest/globals';
import { createMetrics, createRootLogger } from './index';

describe('logs', () => {
  it('carry category and level words, and no credential at any of three depths', () => {
    const lines: string[] = [];
    const log = createRootLogger({ write: (line: string) => void lines.push(line) });
    log
      .child({ category: 'auth', token: 'tok-1' })
      .info({ req: { headers: { cookie: 'c-2', authorization: 'a-3' } }, password: 'p-4' }, 'signed in');
    const line = JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
    expect(line).toMatchObject({ category: 'auth', level: 'info', msg: 'signed in', password: '[redacted]' });
    expect(lines.join()).not.toMatch(/tok-1|c-2|a-3|p-4/);
  });
});

describe('metrics', () => {
  it('registers a name once and prints it with its labels', async () => {
    const metrics = createMetrics('test', { defaults: false });
    metrics.counter('sockets_total', 'Sockets opened', ['kind']).inc({ kind: 'document' });
    metrics.counter('sockets_total', 'Sockets opened', ['kind']).inc({ kind: 'document' });
    expect((await metrics.text()).body).toContain('hemicycle_sockets_total{kind="document",part="test"} 2');
  });
});
