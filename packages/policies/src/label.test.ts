import type { LabelRules } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import { admits, areOrdered, strictest } from './label';

const HOUSE = 'house';
const PUBLIC: LabelRules = { linkReach: 'anyone', guests: true, others: true, exports: true };
const GUESTS_ONLY: LabelRules = { linkReach: 'organisation', guests: true, others: false, exports: true };
const COLLEAGUES: LabelRules = { linkReach: 'organisation', guests: false, others: true, exports: false };
const RESTRICTED: LabelRules = { linkReach: 'restricted', guests: false, others: false, exports: false };

const PEOPLE = {
  member: { organisationId: HOUSE, organisationRole: 'member' },
  administrator: { organisationId: HOUSE, organisationRole: 'administrator' },
  guest: { organisationId: HOUSE, organisationRole: 'guest' },
  other: { organisationId: 'another house', organisationRole: 'member' },
  'other administrator': { organisationId: 'another house', organisationRole: 'administrator' },
  'guest of another': { organisationId: 'another house', organisationRole: 'guest' },
} as const;

describe('LBL-4 who may be where a label is', () => {
  it.each([
    ['none', null, Object.keys(PEOPLE)],
    ['public', PUBLIC, Object.keys(PEOPLE)],
    ['guests, but no other organisations', GUESTS_ONLY, ['member', 'administrator', 'guest']],
    [
      'other organisations, but no guests',
      COLLEAGUES,
      ['member', 'administrator', 'other', 'other administrator'],
    ],
    ['restricted', RESTRICTED, ['member', 'administrator']],
  ] as const)('%s', (_, rules, admitted) => {
    const found = Object.entries(PEOPLE).filter(([, person]) => admits(rules, HOUSE, person));
    expect(found.map(([name]) => name)).toEqual(admitted);
  });
});

it('LBL-3 several labels permit the least of each, in whatever order', () => {
  expect(strictest([])).toBeNull();
  expect(strictest([PUBLIC])).toEqual(PUBLIC);
  const both = { linkReach: 'organisation', guests: false, others: false, exports: false };
  expect(strictest([GUESTS_ONLY, COLLEAGUES])).toEqual(both);
  expect(strictest([COLLEAGUES, PUBLIC, GUESTS_ONLY])).toEqual(both);
  expect(strictest([GUESTS_ONLY, RESTRICTED])).toEqual(RESTRICTED);
});

it('LBL-2 a stricter label permits nothing that a more open one does not', () => {
  expect(areOrdered([PUBLIC, GUESTS_ONLY, RESTRICTED])).toBe(true);
  expect(areOrdered([RESTRICTED, RESTRICTED])).toBe(true);
  for (const more of [
    { linkReach: 'organisation' },
    { guests: true },
    { others: true },
    { exports: true },
  ] as const) {
    expect(areOrdered([PUBLIC, RESTRICTED, { ...RESTRICTED, ...more }])).toBe(false);
  }
});
