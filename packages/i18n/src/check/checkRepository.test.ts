import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkRepository } from './checkRepository';

test('the catalogues of this repository are complete, in use, and say everything there is to say', () => {
  expect(checkRepository(join(__dirname, '../../../..'))).toEqual([]);
});
