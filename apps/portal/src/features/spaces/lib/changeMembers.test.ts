import type { Member } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import { dropMember, type MemberPages, putMember } from './changeMembers';

const member = (name: string, role: Member['role'] = 'editor'): Member => ({
  person: { id: `id of ${name}`, name, hue: 0, guest: false },
  title: null,
  organisation: null,
  role,
  since: '2026-11-23T08:00:00Z',
});
const pages = (...names: string[][]): MemberPages => ({
  pages: names.map((list, index) => ({
    items: list.map((name) => member(name)),
    nextCursor: index === names.length - 1 ? null : `after ${index}`,
  })),
  pageParams: names.map((_, index) => (index === 0 ? undefined : `after ${index - 1}`)),
});
const names = (data: MemberPages) => data.pages.map((page) => page.items.map((one) => one.person.name));

describe('putMember', () => {
  const data = pages(['Amina', 'Élise'], ['Jonas', 'Sofia']);

  it('puts a new member where their name belongs', () => {
    expect(names(putMember(data, member('Eva')))).toEqual([
      ['Amina', 'Élise'],
      ['Eva', 'Jonas', 'Sofia'],
    ]);
    expect(names(putMember(data, member('Bea')))).toEqual([
      ['Amina', 'Bea', 'Élise'],
      ['Jonas', 'Sofia'],
    ]);
    expect(names(putMember(data, member('Tomas')))).toEqual([
      ['Amina', 'Élise'],
      ['Jonas', 'Sofia', 'Tomas'],
    ]);
  });

  it('takes the place of the same person, whatever their role was', () => {
    const changed = putMember(data, member('Jonas', 'owner'));
    expect(names(changed)).toEqual(names(data));
    expect(changed.pages[1]?.items[0]?.role).toBe('owner');
  });

  it('undoes a removal', () => {
    // Which page a name at a border belongs to does not matter; the order does.
    const undone = putMember(dropMember(data, 'id of Élise'), member('Élise'));
    expect(names(undone).flat()).toEqual(names(data).flat());
    expect(undone.pages).toHaveLength(data.pages.length);
  });
});

describe('dropMember', () => {
  it('keeps the pages and their cursors', () => {
    const left = dropMember(pages(['Amina'], ['Jonas']), 'id of Amina');
    expect(names(left)).toEqual([[], ['Jonas']]);
    expect(left.pages[0]?.nextCursor).toBe('after 0');
  });
});
