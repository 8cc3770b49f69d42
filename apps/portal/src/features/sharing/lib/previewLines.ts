import type { AccessPreview, AccessReason, PersonSummary, Role } from '@hemicycle/contracts';

/** Some people of whom the same is said. `others`: how many more than are named. */
interface Named {
  readonly people: readonly PersonSummary[];
  readonly others: number;
}

/** One thing a change does, to be said in a sentence. */
export type PreviewLine =
  | (Named & { readonly kind: 'loses' })
  | (Named & { readonly kind: 'gains'; readonly role: Role })
  | (Named & { readonly kind: 'becomes'; readonly before: Role; readonly after: Role })
  | (Named & { readonly kind: 'keeps'; readonly by: AccessReason });

/** Named one by one; beyond it a number says more than names. */
const NAMED = 3;
/** Against a dialog that is one long list: reasons for keeping that are told apart. */
const KEEP_LINES = 4;

/**
 * What a change does, most serious first: who is out, who may do less or more, who comes in, who keeps what they have
 * and by what.
 */
export function previewLines(preview: AccessPreview): PreviewLine[] {
  const { gains, losses, keeps, gainCount, lossCount, keepCount } = preview;
  const lines: PreviewLine[] = [];
  const changes = [...losses, ...gains];
  const out = changes.filter(({ after }) => after === null);
  if (out.length > 0) lines.push({ kind: 'loses', ...name(out, lossCount - losses.length) });
  for (const [first, all] of groups(changes, ({ before, after }) => `${before} ${after}`)) {
    const { before, after } = first;
    if (before !== null && after !== null) lines.push({ kind: 'becomes', before, after, ...name(all, 0) });
  }
  const inNow = groups(
    changes.filter(({ before }) => before === null),
    ({ after }) => String(after),
  );
  inNow.forEach(([{ after }, all], index) => {
    if (after === null) return;
    const unseen = index === 0 ? gainCount - gains.length : 0;
    lines.push({ kind: 'gains', role: after, ...name(all, unseen) });
  });
  const kept = groups(keeps, ({ by }) =>
    [by.way, by.role, by.expiresAt, by.group?.id, by.source.resourceId].join(' '),
  );
  kept.slice(0, KEEP_LINES).forEach(([{ by }, all], index) => {
    const told = kept.slice(0, KEEP_LINES).reduce((sum, [, each]) => sum + each.length, 0);
    lines.push({ kind: 'keeps', by, ...name(all, index === 0 ? keepCount - told : 0) });
  });
  return lines;
}

function groups<T>(list: readonly T[], keyOf: (one: T) => string): [first: T, all: T[]][] {
  const found = new Map<string, [T, T[]]>();
  for (const one of list) {
    const known = found.get(keyOf(one));
    if (known) known[1].push(one);
    else found.set(keyOf(one), [one, [one]]);
  }
  return [...found.values()];
}

/** @param unseen how many there are beyond those of the list */
function name(list: readonly { readonly person: PersonSummary }[], unseen: number): Named {
  const total = list.length + unseen;
  // "and one other" is longer than the name.
  const shown = total > NAMED ? list.slice(0, NAMED - 1) : list;
  return { people: shown.map(({ person }) => person), others: total - shown.length };
}
