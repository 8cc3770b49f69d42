import { expect, test } from '@jest/globals';
import { deviceOf } from './deviceOf';

const ON_WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  [`${ON_WINDOWS} Chrome/156.0.0.0 Safari/537.36`, 'chrome', 'windows'],
  [`${ON_WINDOWS} Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0`, 'edge', 'windows'],
  [`${ON_WINDOWS} Chrome/156.0.0.0 Safari/537.36 OPR/120.0.0.0`, 'opera', 'windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'firefox', 'linux'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
    'safari',
    'macos',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1',
    'chrome',
    'ios',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    'samsung',
    'android',
  ],
  [
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36',
    'chrome',
    'chromeos',
  ],
  ['curl/8.5.0', null, null],
  [null, null, null],
  ['x'.repeat(100_000), null, null],
])('IDN-21 %.80s is told in plain words', (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system });
});
