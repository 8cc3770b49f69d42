import { ERRORS } from '@hemicycle/contracts';
import { expect, test } from '@jest/globals';
import errors from '../../../../packages/i18n/messages/en/errors.json';

test('every error has a title and a text, and no words are left for errors that are gone', () => {
  const spoken = Object.entries(errors).flatMap(([code, words]) => (typeof words === 'object' ? [code] : []));
  expect(spoken.sort()).toEqual([...Object.keys(ERRORS), 'offline', 'timeout'].sort());
  for (const words of Object.values(errors)) {
    if (typeof words === 'object') expect(Object.keys(words)).toEqual(['title', 'text']);
  }
});
