import { expect, it } from '@jest/globals';
import { loggedPath } from './loggedPath';

it.each([
  ['/documents/1?ticket=secret', '/documents/1'],
  ['/links/document/1/secret', '/links/document/1/…'],
  ['/links/document/1/secret?x=secret', '/links/document/1/…'],
  ['/links/document/1/a/secret', '/links/document/1/…'],
])('ACC-82 of %s nothing that opens something is logged', (target, logged) => {
  expect(loggedPath(target)).toBe(logged);
});
