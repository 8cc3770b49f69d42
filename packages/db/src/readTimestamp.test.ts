import { expect, it } from '@jest/globals';
import pg from 'pg';
import { isoTimestamp, readTimestamp } from './readTimestamp';

it('reads every form Postgres writes as the driver does', () => {
  const driver = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ);
  for (const text of [
    '2026-11-27 07:31:24+00',
    '2026-11-27 07:31:24.1+00',
    '2026-11-27 07:31:24.05+00',
    '2026-11-27 07:31:24.123+00',
    '2026-11-27 07:31:24.123456+00',
    '2024-02-29 23:59:59.999+00',
    '2026-11-27 09:31:24.12+02',
    '2026-11-27 01:01:24.12-05:30',
    '1890-01-01 00:00:00+00',
    '0044-03-15 12:00:00+00',
    '0044-03-15 12:00:00+00 BC',
    '12026-11-27 07:31:24.123+00',
    'infinity',
    '-infinity',
  ]) {
    expect([text, readTimestamp(text)]).toEqual([text, driver(text)]);
    const moment: unknown = driver(text);
    if (moment instanceof Date) expect([text, isoTimestamp(text)]).toEqual([text, moment.toISOString()]);
  }
});

it('gives moments to the millisecond', () => {
  expect(readTimestamp('2026-11-27 07:31:24.07+00').toISOString()).toBe('2026-11-27T07:31:24.070Z');
});
