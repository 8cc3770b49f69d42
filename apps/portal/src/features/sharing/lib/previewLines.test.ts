import type { AccessPreview, AccessReason, PersonSummary, Role } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import { previewLines } from './previewLines';
import { dayOf, endOfDay, endOfSpan } from './untilOf';

const person = (name: string): PersonSummary => ({ id: name, name, hue: 0, guest: false });
const change = (name: string, before: Role | null, after: Role | null) => ({
  person: person(name),
  before,
  after,
});
const by = (role: Role, group: string | null = null): AccessReason => ({
  way: group === null ? 'grant' : 'group',
  role,
  expiresAt: null,
  group: group === null ? null : { id: group, name: group },
  source: { resourceType: 'space', resourceId: 's', title: 'Coast', inherited: true },
});
const preview = (given: Partial<AccessPreview>): AccessPreview => {
  const all = { gains: [], losses: [], keeps: [], ...given };
  return {
    gainCount: all.gains.length,
    lossCount: all.losses.length,
    keepCount: all.keeps.length,
    complete: true,
    below: null,
    ...all,
  };
};
const told = (given: Partial<AccessPreview>) =>
  previewLines(preview(given)).map(({ kind, people, others }) => [
    kind,
    people.map(({ name }) => name).join(', '),
    others,
  ]);

describe('previewLines', () => {
  it('says who is out first, then who may do less, who comes in, and who keeps what by what', () => {
    expect(
      told({
        losses: [change('Ines', 'editor', null), change('Jonas', 'owner', 'editor')],
        gains: [change('Piotr', null, 'reader')],
        keeps: [{ person: person('Sofia'), by: by('editor', 'Hydrology') }],
      }),
    ).toEqual([
      ['loses', 'Ines', 0],
      ['becomes', 'Jonas', 0],
      ['gains', 'Piotr', 0],
      ['keeps', 'Sofia', 0],
    ]);
  });

  it('names a few and counts the others, also those the server only counted', () => {
    const four = ['A', 'B', 'C', 'D'].map((name) => change(name, 'reader', null));
    expect(told({ losses: four.slice(0, 3) })).toEqual([['loses', 'A, B, C', 0]]);
    expect(told({ losses: four })).toEqual([['loses', 'A, B', 2]]);
    expect(told({ losses: four, lossCount: 104 })).toEqual([['loses', 'A, B', 102]]);
    const gains = ['A', 'B'].map((name) => change(name, null, 'reader'));
    expect(told({ gains, gainCount: 7 })).toEqual([['gains', 'A, B', 5]]);
  });

  it('tells apart what people keep their role by, and counts the rest', () => {
    const keeps = ['A', 'B', 'C', 'D', 'E', 'F'].map((name, index) => ({
      person: person(name),
      by: by('editor', index < 2 ? 'Hydrology' : `Group ${name}`),
    }));
    expect(told({ keeps })).toEqual([
      ['keeps', 'A, B', 1],
      ['keeps', 'C', 0],
      ['keeps', 'D', 0],
      ['keeps', 'E', 0],
    ]);
    expect(told({})).toEqual([]);
  });
});

describe('an end', () => {
  const now = new Date(2026, 10, 27, 10, 0);
  it('is the last moment of a day where the reader is, and never past', () => {
    expect(endOfDay('2026-11-27', now)).toBe(new Date(2026, 10, 27, 23, 59, 59).toISOString());
    for (const day of ['2026-11-26', '', 'soon', '2026-11']) expect(endOfDay(day, now)).toBeNull();
    expect(dayOf(new Date(endOfSpan('week', now)))).toBe('2026-12-04');
    expect(dayOf(new Date(endOfSpan('quarter', now)))).toBe('2027-02-25');
  });
});
