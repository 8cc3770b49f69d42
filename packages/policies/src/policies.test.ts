import { CAPABILITIES, type ResourceKind, ROLES, type Role } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import { abilities, can } from './can';
import { type Account, type Actor, ANONYMOUS, grantableRoles } from './index';
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
    const shares = role === 'guest' ? [] : ['shareSpaces'];
    expect(holds('organisation', { ...state, sharesSpaces: true }, me(role))).toEqual(
      [...actions, ...shares].sort(),
    );
    expect(holds('organisation', state, me(role, 'another house'))).toEqual([]);
  });
});

describe('group', () => {
  const state = { organisationId: HOUSE, managedOutside: false };
  it.each([
    ['guest', []],
    ['member', ['read']],
    ['administrator', ['manage', 'read']],
  ] as const)('%s', (role, actions) => {
    expect(holds('group', state, me(role))).toEqual(actions);
    expect(holds('group', state, me(role, 'another house'))).toEqual([]);
    // ACC-67
    const read = actions.filter((action) => action === 'read');
    expect(holds('group', { ...state, managedOutside: true }, me(role))).toEqual(read);
  });
});

describe('ACC-20 sharing', () => {
  const on = (resourceType: 'space' | 'document', editorsShare: boolean, trashed = false) => {
    return (role: Role | null) => ({ resourceType, organisationId: HOUSE, editorsShare, trashed, role });
  };
  const owner = ['read', 'grant', 'manage', 'raiseLabel', 'lowerLabel'];
  it.each([false, true])('of a space, whatever editors may share: %s', (editorsShare) => {
    const table = { none: [], reader: [], commenter: [], editor: ['read'], owner: [...owner, 'transfer'] };
    expectTable('access', table, on('space', editorsShare));
  });
  it('of a document', () => {
    const table = { none: [], reader: [], commenter: [], editor: ['read', 'raiseLabel'], owner };
    expectTable('access', table, on('document', false));
    expectTable('access', { ...table, editor: ['read', 'grant', 'raiseLabel'] }, on('document', true));
  });
  it('of a document in the trash', () => {
    const table = { none: [], reader: [], commenter: [], editor: ['read'], owner: ['read', 'manage'] };
    expectTable('access', table, on('document', true, true));
  });
  it('gives a guest nothing of it, whatever their role, nor people of another organisation (ACC-72)', () => {
    for (const actor of [me('guest'), me('administrator', 'another house')]) {
      for (const role of HOLDERS) expect(holds('access', on('document', true)(role), actor)).toEqual([]);
    }
  });
  it('is never of more than one holds', () => {
    const roles = (role: Role | null, editorsShare: boolean) =>
      grantableRoles(me(), on('document', editorsShare)(role));
    expect(HOLDERS.map((role) => roles(role, false))).toEqual([[], [], [], [], [...ROLES]]);
    expect(HOLDERS.map((role) => roles(role, true))).toEqual([
      [],
      [],
      [],
      ['reader', 'commenter', 'editor'],
      [...ROLES],
    ]);
  });
});

describe('ACC-21 a grant', () => {
  const plain = {
    resourceType: 'document' as const,
    organisationId: HOUSE,
    editorsShare: true,
    trashed: false,
    grantRole: 'reader' as const,
    byCaller: false,
    own: false,
  };
  const all = ['read', 'change', 'revoke'];
  const cases: [string, Omit<ResourceStates['grant'], 'role'>, Table][] = [
    ['of somebody else’s', plain, { editor: ['read'], owner: all }],
    ['one gave', { ...plain, byCaller: true }, { editor: all, owner: all }],
    [
      'one gave when one held more',
      { ...plain, byCaller: true, grantRole: 'owner' },
      { editor: ['read'], owner: all },
    ],
    [
      'one gave when editors could share',
      { ...plain, byCaller: true, editorsShare: false },
      { editor: ['read'], owner: all },
    ],
    [
      'one gave on a space',
      { ...plain, byCaller: true, resourceType: 'space' },
      { editor: ['read'], owner: all },
    ],
    [
      'to oneself',
      { ...plain, own: true },
      {
        none: ['read', 'revoke'],
        reader: ['read', 'revoke'],
        commenter: ['read', 'revoke'],
        editor: ['read', 'revoke'],
        owner: all,
      },
    ],
    [
      'on a document in the trash',
      { ...plain, byCaller: true, trashed: true },
      { editor: ['read', 'revoke'], owner: ['read', 'revoke'] },
    ],
  ];
  it.each(cases)('%s', (_, state, table) => {
    expectTable('grant', { none: [], ...table }, (role) => ({ ...state, role }));
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
      owner: ['read', 'leave', 'createDocument', 'readTrash', 'update', 'manageMembers', 'shareOutside'],
    },
    (role) => ({ organisationId: HOUSE, role }),
  );
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
  const write = ['read', 'write', 'rename', 'move', 'trash', 'uploadImage'];
  it.each([
    ['in the tree', { reader: ['read'], commenter: ['read'], editor: write, owner: write }, false],
    ['in the trash', { editor: ['read', 'restore'], owner: ['read', 'restore'] }, true],
  ] as const)('%s', (_, table, trashed) => {
    expectTable('document', table, (role) => ({ role, trashed, exportable: false }));
    // LBL-9
    const exported = Object.entries(table).map(([role, actions]) => [role, [...actions, 'export']]);
    const more: Table = trashed ? table : Object.fromEntries(exported);
    expectTable('document', more, (role) => ({ role, trashed, exportable: true }));
  });
});

it('room', () => {
  const reader = ['read', 'join', 'publishMicrophone', 'publishCamera'];
  const commenter = [...reader, 'publishScreen', 'presentDocument'];
  const editor = [...commenter, 'host'];
  expectTable('room', { none: [], reader, commenter, editor, owner: editor }, (role) => ({ role }));
});

const OPEN: { [K in ResourceKind]: ResourceStates[K] } = {
  organisation: { organisationId: HOUSE, sharesSpaces: true },
  group: { organisationId: HOUSE, managedOutside: false },
  sessions: { userId: 'me', organisationId: HOUSE },
  access: { resourceType: 'space', organisationId: HOUSE, role: 'owner', trashed: false, editorsShare: true },
  grant: {
    resourceType: 'space',
    organisationId: HOUSE,
    role: 'owner',
    trashed: false,
    editorsShare: true,
    grantRole: 'reader',
    byCaller: true,
    own: false,
  },
  space: { organisationId: HOUSE, role: 'owner' },
  channel: { role: 'owner' },
  message: { role: 'owner', authorId: 'me', deleted: false, system: false, reply: false },
  document: { role: 'owner', trashed: false, exportable: true },
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
