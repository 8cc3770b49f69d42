import { execFileSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('are written once a turn, a warning at once with all before it, and none is lost at the end', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'hemicycle-log-')), 'log');
    const script = `
      import { readFileSync } from 'node:fs';
      import { createRootLogger } from '@hemicycle/observability';
      const log = createRootLogger();
      const seen = () => readFileSync(process.argv[1], 'utf8').split('\\n').length - 1;
      log.info('one');
      log.info('two');
      const before = seen();
      log.warn('three');
      const warned = seen();
      log.info({ before, warned }, 'four');
      setImmediate(() => {
        const later = seen();
        log.info({ later }, 'five');
        process.exit(0);
      });`;
    const fd = openSync(file, 'w');
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, file], {
      stdio: ['ignore', fd, 'inherit'],
    });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { msg: 'one' },
      { msg: 'two' },
      { msg: 'three' },
      { msg: 'four', before: 0, warned: 3 },
      { msg: 'five', later: 4 },
    ]);
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
