import { type LabelRules, LINK_REACHES } from '@hemicycle/contracts';
import type { Account } from './rules';

/** What of a label decides who may be there. */
type Admission = Pick<LabelRules, 'guests' | 'others'>;

/**
 * Whether somebody may be where a label is, whatever they were given there: guests and people of other organisations
 * where it says so, a guest of another organisation where it says both. Null: there is no label, which keeps nobody out.
 */
export function admits(
  rules: Admission | null,
  organisationId: string,
  person: Pick<Account, 'organisationId' | 'organisationRole'>,
): boolean {
  if (rules === null) return true;
  if (person.organisationRole === 'guest' && !rules.guests) return false;
  return person.organisationId === organisationId || rules.others;
}

/** What several labels permit together: the least of each. Null for none. */
export function strictest(labels: readonly LabelRules[]): LabelRules | null {
  if (labels.length === 0) return null;
  const reach = Math.min(...labels.map(({ linkReach }) => LINK_REACHES.indexOf(linkReach)));
  return {
    linkReach: LINK_REACHES[reach] ?? 'restricted',
    guests: labels.every(({ guests }) => guests),
    others: labels.every(({ others }) => others),
    exports: labels.every(({ exports }) => exports),
  };
}

/** Labels in order, the most open first, of which none permits what one before it does not. */
export function areOrdered(labels: readonly LabelRules[]): boolean {
  return labels.every((label, index) => {
    const before = labels[index - 1];
    if (before === undefined) return true;
    return (
      LINK_REACHES.indexOf(label.linkReach) <= LINK_REACHES.indexOf(before.linkReach) &&
      (before.guests || !label.guests) &&
      (before.others || !label.others) &&
      (before.exports || !label.exports)
    );
  });
}
