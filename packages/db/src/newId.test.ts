import { expect, it } from '@jest/globals';
import { newId } from './newId';

it('is a UUIDv7 that tells when it was made', () => {
  const id = newId(Date.UTC(2026, 10, 23));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 23));
});

it('sorts by time and does not repeat', () => {
  expect([newId(3), newId(1), newId(2)].sort().map((id) => Number.parseInt(id.slice(9, 13), 16))).toEqual([
    1, 2, 3,
  ]);
  expect(new Set(Array.from({ length: 10_000 }, () => newId(1))).size).toBe(10_000);
});
