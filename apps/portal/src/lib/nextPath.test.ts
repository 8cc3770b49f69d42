import { expect, test } from '@jest/globals';
import { nextPath } from './nextPath';
import { signInPath } from './signInPath';

test.each(['/', '/spaces', '/documents/1?x=2#y', '/rooms/1?document=2', '/spaces/é'])(
  '%s stays on our origin',
  (path) => {
    expect(new URL(nextPath(path), 'https://h.example').href).toBe(new URL(path, 'https://h.example').href);
  },
);

test.each([
  null,
  undefined,
  '',
  'spaces',
  'https://evil.example',
  '//evil.example/x',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/%0a/../\n//evil.example',
  'javascript:alert(1)',
  '/sign-in?next=/sign-in',
  '/auth/realms/hemicycle/protocol/openid-connect/logout',
  '/api/v1/session',
  '/x/../api/v1/me',
  '/.//evil.example/x',
  '/x/..//evil.example',
  `/${'a'.repeat(3_000)}`,
])('%j is refused', (path) => {
  expect(nextPath(path)).toBe('/');
});

test('the sign-in address carries where to go and why, and only that', () => {
  expect(signInPath('/spaces/1?tab=2', 'session_expired')).toBe(
    '/sign-in?next=%2Fspaces%2F1%3Ftab%3D2&reason=session_expired',
  );
  expect(signInPath('/', 'sign_in_required')).toBe('/sign-in');
  expect(signInPath('//evil.example')).toBe('/sign-in');
});
