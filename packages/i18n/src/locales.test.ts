import { expect, test } from '@jest/globals';
import { negotiateLocale } from './locales';

test.each([
  ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
  ['nl,de;q=0.5,en;q=0.7', 'en'],
  ['de-AT', 'de'],
  ['pt-BR,pt', 'en'],
  ['fr;q=0, de;q=0.1', 'de'],
  ['*', 'en'],
  ['', 'en'],
  [null, 'en'],
  ['en;q=banana, fr;q=0.2', 'fr'],
])('%j asks for %s', (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});
