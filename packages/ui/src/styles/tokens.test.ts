import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** The declarations of the first block that opens with these words. */
function blockOf(opening: string): Map<string, string> {
  const start = css.indexOf(opening);
  if (start === -1) throw new Error(`no block ${opening}`);
  const body = css.slice(start + opening.length, css.indexOf('}', start));
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const plain = blockOf(':root {\n  --font-ui');
const asked = blockOf(':root[data-contrast="more"] {');
const bySystem = blockOf(':root:not([data-contrast="normal"]) {');

function hexOf(tokens: ReadonlyMap<string, string>, name: string, theme: Theme): string {
  const value = tokens.get(name) ?? plain.get(name) ?? '';
  const pair = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value);
  const hex = pair ? pair[theme === 'light' ? 1 : 2] : value;
  if (!hex?.startsWith('#')) throw new Error(`${name} is ${value}`);
  return hex;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['--bg', '--surface', '--sunken'];
const onGrounds = [
  '--ink',
  '--ink-2',
  '--ink-3',
  '--primary',
  '--primary-ink',
  '--amber',
  '--ok',
  '--danger',
];
const pairs: readonly (readonly [string, string, number])[] = [
  ...grounds.flatMap((ground) => onGrounds.map((ink) => [ink, ground, 4.5] as const)),
  ['--on-primary', '--primary', 4.5],
  ['--on-primary', '--primary-hover', 4.5],
  ['--on-danger', '--danger', 4.5],
  ['--on-danger', '--danger-hover', 4.5],
  ['--primary-ink', '--primary-soft', 4.5],
  ['--amber', '--amber-soft', 4.5],
  ['--ok', '--ok-soft', 4.5],
  ['--danger', '--danger-soft', 4.5],
  // Edges of controls and the focus ring: WCAG 1.4.11.
  ...grounds.flatMap((ground) => [['--line-control', ground, 3] as const, ['--focus', ground, 3] as const]),
  ...Array.from({ length: 10 }, (_, step) => [`--hue-${step}-ink`, `--hue-${step}-soft`, 4.5] as const),
];

describe.each(themes)('%s', (theme) => {
  test.each(pairs)('%s on %s reaches %d:1', (ink, ground, least) => {
    expect(contrast(hexOf(plain, ink, theme), hexOf(plain, ground, theme))).toBeGreaterThanOrEqual(least);
  });

  test.each(['--ink', '--ink-2', '--ink-3', '--primary-ink', '--amber', '--ok', '--danger'])(
    '%s reaches 7:1 in the high-contrast set',
    (ink) => {
      for (const ground of grounds) {
        expect(contrast(hexOf(asked, ink, theme), hexOf(asked, ground, theme))).toBeGreaterThanOrEqual(7);
      }
    },
  );
});

test('high contrast is the same whether a person or their system asks', () => {
  expect([...bySystem]).toEqual([...asked]);
});
