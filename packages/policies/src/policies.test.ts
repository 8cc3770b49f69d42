import { CAPABILITIES, type ResourceKind, ROLES, type Role } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import { abilities, can } from './can';
import { type Account, type Actor, ANONYMOUS } from './index';
import type { ResourceStates } from './states';

const HOUSE = 'house';
const me = (organisationRole: Account['organisationRole'] = 'member', organisationId = HOUSE): Account => ({
  kind: 'account',
  userId: 'me',
  organisationId,
  organisationRole,
  sessionId: 'session',
});
const HOLDERS = [null, ...ROLES] as const;

/** Actions that hold, written out by hand: the table is the specification, not a copy of the rules. */
type Table = Record<string, readonly string[]>;

function holds<K extends ResourceKind>(kind: K, state: ResourceStates[K], actor: Actor = me()): string[] {
  return Object.entries(abilities(actor, kind, state))
    .filter(([, answer]) => answer)
    .map(([action]) => action)
    .sort();
}

const expectTable = <K extends ResourceKind>(
  kind: K,
  table: Table,
  stateOf: (role: Role | null) => ResourceStates[K],
) => {
  for (const role of HOLDERS) {
    const actual = holds(kind, stateOf(role));
    expect({ role, actions: actual }).toEqual({ role, actions: [...(table[role ?? 'none'] ?? [])].sort() });
  }
};

describe('organisation', () => {
  const state = { organisationId: HOUSE };
  it.each([
    ['guest', ['read']],
    ['member', ['createSpace', 'read', 'searchPeople']],
    ['administrator', ['administer', 'createSpace', 'read', 'searchPeople']],
  ] as const)('%s', (role, actions) => {
    expect(holds('organisation', state, me(role))).toEqual(actions);
    expect(holds('organisation', state, me(role, 'another house'))).toEqual([]);
  });
});

it('space', () => {
  expectTable(
    'space',
    {
      none: [],
      reader: ['read', 'leave'],
      commenter: ['read', 'leave'],
      editor: ['read', 'leave', 'createDocument', 'readTrash'],
      owner: ['read', 'leave', 'createDocument', 'readTrash', 'update', 'manageMembers'],
    },
    (role) => ({ organisationId: HOUSE, role }),
  );
});

it('an administrator of the house has no right in a space they were not given', () => {
  expect(holds('space', { organisationId: HOUSE, role: null }, me('administrator'))).toEqual([]);
  expect(holds('document', { role: null, trashed: false }, me('administrator'))).toEqual([]);
});

it('channel', () => {
  expectTable(
    'channel',
    {
      none: [],
      reader: ['read'],
      commenter: ['read', 'post', 'react'],
      editor: ['read', 'post', 'react'],
      owner: ['read', 'post', 'react', 'moderate'],
    },
    (role) => ({ role }),
  );
});

describe('message', () => {
  const plain = { authorId: 'somebody else', deleted: false, system: false, reply: false };
  const cases: [string, Omit<ResourceStates['message'], 'role'>, Table][] = [
    [
      'of somebody else',
      plain,
      {
        reader: ['read'],
        commenter: ['read', 'reply', 'react'],
        editor: ['read', 'reply', 'react'],
        owner: ['read', 'reply', 'react', 'delete'],
      },
    ],
    [
      'of one’s own',
      { ...plain, authorId: 'me' },
      {
        reader: ['read'],
        commenter: ['read', 'reply', 'react', 'edit', 'delete'],
        editor: ['read', 'reply', 'react', 'edit', 'delete'],
        owner: ['read', 'reply', 'react', 'edit', 'delete'],
      },
    ],
    [
      'reply of one’s own',
      { ...plain, authorId: 'me', reply: true },
      {
        reader: ['read'],
        commenter: ['read', 'react', 'edit', 'delete'],
        editor: ['read', 'react', 'edit', 'delete'],
        owner: ['read', 'react', 'edit', 'delete'],
      },
    ],
    [
      'deleted, one’s own',
      { ...plain, authorId: 'me', deleted: true },
      { reader: ['read'], commenter: ['read', 'reply'], editor: ['read', 'reply'], owner: ['read', 'reply'] },
    ],
    [
      'of the system, caused by oneself',
      { ...plain, authorId: 'me', system: true },
      { reader: ['read'], commenter: ['read'], editor: ['read'], owner: ['read'] },
    ],
  ];
  it.each(cases)('%s', (_, state, table) => {
    expectTable('message', { none: [], ...table }, (role) => ({ ...state, role }));
  });
});

describe('document', () => {
  it('in the tree', () => {
    const write = ['read', 'write', 'rename', 'move', 'trash', 'uploadImage'];
    expectTable(
      'document',
      { none: [], reader: ['read'], commenter: ['read'], editor: write, owner: write },
      (role) => ({ role, trashed: false }),
    );
  });
  it('in the trash', () => {
    const restore = ['read', 'restore'];
    expectTable(
      'document',
      { none: [], reader: [], commenter: [], editor: restore, owner: restore },
      (role) => ({ role, trashed: true }),
    );
  });
});

it('room', () => {
  const reader = ['read', 'join', 'publishMicrophone', 'publishCamera'];
  const commenter = [...reader, 'publishScreen', 'presentDocument'];
  const editor = [...commenter, 'host'];
  expectTable('room', { none: [], reader, commenter, editor, owner: editor }, (role) => ({ role }));
});

const OPEN: { [K in ResourceKind]: ResourceStates[K] } = {
  organisation: { organisationId: HOUSE },
  space: { organisationId: HOUSE, role: 'owner' },
  channel: { role: 'owner' },
  message: { role: 'owner', authorId: 'me', deleted: false, system: false, reply: false },
  document: { role: 'owner', trashed: false },
  room: { role: 'owner' },
};
const KINDS = Object.keys(CAPABILITIES) as ResourceKind[];

describe.each(KINDS)('%s', (kind) => {
  it('gives an anonymous visitor nothing, whatever the state says', () => {
    for (const action of CAPABILITIES[kind]) {
      expect(can(ANONYMOUS, kind, action as never, OPEN[kind] as never)).toBe(false);
    }
  });

  it('starts its actions with read, which every other one implies', () => {
    expect(CAPABILITIES[kind][0]).toBe('read');
    const withoutRole = { ...OPEN[kind], role: null, organisationId: 'another house' };
    expect(holds(kind, withoutRole as never)).toEqual([]);
  });
});
