import { expect, test } from '@jest/globals';
import { formatLook, parseLook, parseZone, plainLook } from './look';

test('a look survives its cookie', () => {
  const look = { locale: 'de', theme: 'dark', contrast: 'more', motion: 'reduced' } as const;
  expect(parseLook(formatLook(look))).toEqual(look);
  expect(parseLook(formatLook(plainLook))).toEqual(plainLook);
});

test.each([undefined, '', 'xx.neon.loud.wild', '....', '"><script>'])('the cookie %j is plain', (value) => {
  expect(parseLook(value)).toEqual(plainLook);
});

test('only real time zones are taken', () => {
  expect(parseZone('Europe/Paris')).toBe('Europe/Paris');
  for (const nonsense of [undefined, '', 'Mars/Olympus', '"><b>', 'x'.repeat(100)]) {
    expect(parseZone(nonsense)).toBeUndefined();
  }
});
