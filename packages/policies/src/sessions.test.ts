import type { ResourceKind } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import { abilities } from './can';
import type { Account } from './index';
import type { ResourceStates } from './states';

const HOUSE = 'house';
const me = (organisationRole: Account['organisationRole'] = 'member', organisationId = HOUSE): Account => ({
  kind: 'account',
  userId: 'me',
  organisationId,
  organisationRole,
  sessionId: 'session',
});

function holds<K extends ResourceKind>(kind: K, state: ResourceStates[K], actor = me()): string[] {
  return Object.entries(abilities(actor, kind, state))
    .filter(([, answer]) => answer)
    .map(([action]) => action)
    .sort();
}

describe('IDN-22 IDN-23 where a person is signed in', () => {
  const of = (userId: string) => ({ userId, organisationId: HOUSE });
  it('is their own business, and that of administrators of the organisation', () => {
    expect(holds('sessions', of('me'))).toEqual(['end', 'read']);
    expect(holds('sessions', of('me'), me('guest'))).toEqual(['end', 'read']);
    expect(holds('sessions', of('other'))).toEqual([]);
    expect(holds('sessions', of('other'), me('administrator'))).toEqual(['end', 'read']);
    expect(holds('sessions', of('other'), me('administrator', 'another house'))).toEqual([]);
  });
});

describe('IDN-64 the break-glass administrator', () => {
  const actor: Account = { ...me('administrator'), breakGlass: true };
  it('administers, and nothing else, whatever was given to the account', () => {
    const organisationId = HOUSE;
    expect(holds('organisation', { organisationId }, actor)).toEqual(['administer', 'read', 'searchPeople']);
    expect(holds('group', { organisationId, managedOutside: false }, actor)).toEqual(['manage', 'read']);
    expect(holds('sessions', { organisationId, userId: 'other' }, actor)).toEqual(['end', 'read']);
    const role = 'owner';
    const sharing = {
      resourceType: 'space',
      organisationId,
      role,
      trashed: false,
      editorsShare: true,
    } as const;
    expect(holds('access', sharing, actor)).toEqual([]);
    expect(holds('grant', { ...sharing, grantRole: 'reader', byCaller: true, own: true }, actor)).toEqual([]);
    expect(holds('space', { organisationId, role }, actor)).toEqual([]);
    expect(holds('channel', { role }, actor)).toEqual([]);
    const message = { role, authorId: 'me', deleted: false, system: false, reply: false } as const;
    expect(holds('message', message, actor)).toEqual([]);
    expect(holds('document', { role, trashed: false, exportable: true }, actor)).toEqual([]);
    expect(holds('room', { role }, actor)).toEqual([]);
  });
});
