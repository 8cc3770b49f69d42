import { CAPABILITIES } from '@hemicycle/contracts';
import { expect, it } from '@jest/globals';
import { can } from './can';
import type { Account } from './index';

it.each<[string, Partial<Account>]>([
  ['a guest', { organisationRole: 'guest' }],
  ['somebody of another organisation', { organisationId: 'another house' }],
])('ACC-23 %s does not own a space, whatever way they came by the role', (_, who) => {
  const actor: Account = {
    kind: 'account',
    userId: 'me',
    organisationId: 'house',
    organisationRole: 'member',
    sessionId: 'session',
    ...who,
  };
  const state = { organisationId: 'house', role: 'owner' } as const;
  const held = CAPABILITIES.space.filter((action) => can(actor, 'space', action, state));
  expect([...held].sort()).toEqual(['createDocument', 'leave', 'read', 'readTrash']);
});
