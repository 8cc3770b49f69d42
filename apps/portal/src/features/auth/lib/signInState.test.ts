import { ERRORS } from '@hemicycle/contracts';
import { expect, test } from '@jest/globals';
import auth from '../../../../../../packages/i18n/messages/en/auth.json';
import { signInStates, stateOfCode } from './signInState';

test.each([
  ['account_unknown', 'account_unknown'],
  ['account_disabled', 'account_disabled'],
  ['organisation_changed', 'organisation_changed'],
  ['email_refused', 'email_refused'],
  ['access_denied', 'cancelled'],
  ['temporarily_unavailable', 'identity_unavailable'],
  ['invalid_token', 'failed'],
  ['offline', 'unavailable'],
  ['session_expired', 'session_expired'],
  ['<script>', 'failed'],
])('%s is told as %s', (code, state) => {
  expect(stateOfCode(code)).toBe(state);
});

test('every code ends in a state, and every state has its words', () => {
  for (const code of Object.keys(ERRORS)) expect(signInStates).toContain(stateOfCode(code));
  for (const state of signInStates)
    expect(auth[state]).toEqual({ title: expect.any(String), text: expect.any(String) });
});
