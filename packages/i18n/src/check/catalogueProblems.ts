import compile from 'icu-minify/compile';
import type { Catalogue } from '../allMessages';

/** Catalogues by language, then by namespace. */
export type Catalogues = Readonly<Record<string, Readonly<Record<string, Catalogue>>>>;

/** `ns.key.path` → message, of one language. */
export function flatten(namespaces: Readonly<Record<string, Catalogue>>): Map<string, string> {
  const flat = new Map<string, string>();
  const visit = (path: string, value: string | Catalogue) => {
    if (typeof value === 'string') flat.set(path, value);
    else for (const [key, inner] of Object.entries(value)) visit(`${path}.${key}`, inner);
  };
  for (const [name, catalogue] of Object.entries(namespaces)) visit(name, catalogue);
  return flat;
}

/**
 * What is wrong between languages: a message missing or too many, one that is not ICU, arguments or tags that differ,
 * French without its no-break spaces, a name for screen readers without the words that are seen. English is the measure.
 */
export function catalogueProblems(catalogues: Catalogues): string[] {
  const measure = flatten(catalogues.en ?? {});
  const problems: string[] = [];
  for (const [locale, namespaces] of Object.entries(catalogues)) {
    const flat = flatten(namespaces);
    for (const key of measure.keys()) if (!flat.has(key)) problems.push(`${locale}: ${key} is missing`);
    for (const [key, message] of flat) {
      const english = measure.get(key);
      if (english === undefined) problems.push(`${locale}: ${key} is not in English`);
      problems.push(...messageProblems(locale, key, message, english));
      problems.push(...labelProblems(locale, key, message, flat));
    }
  }
  return problems;
}

/**
 * `joinLabel` is what a screen reader says for the button that shows `join`: who says the words they see must reach it
 * (WCAG 2.5.3).
 */
function labelProblems(
  locale: string,
  key: string,
  message: string,
  flat: ReadonlyMap<string, string>,
): string[] {
  const seen = key.endsWith('Label') ? flat.get(key.slice(0, -'Label'.length)) : undefined;
  if (seen === undefined || message.toLowerCase().includes(seen.toLowerCase())) return [];
  return [`${locale}: ${key} has to contain “${seen}”, which is what is seen: ${message}`];
}

function messageProblems(
  locale: string,
  key: string,
  message: string,
  english: string | undefined,
): string[] {
  const problems: string[] = [];
  if (message.trim() === '') problems.push(`${locale}: ${key} is empty`);
  const own = argumentsOf(message);
  if (own === null) return [...problems, `${locale}: ${key} is not ICU: ${message}`];
  const theirs = english === undefined ? null : argumentsOf(english);
  if (theirs && [...own].sort().join() !== [...theirs].sort().join()) {
    problems.push(`${locale}: ${key} takes {${[...own].join(', ')}}, English {${[...theirs].join(', ')}}`);
  }
  // In French a no-break space stands before these marks; an ordinary one lets them fall to the next line.
  if (locale === 'fr' && /[^\s\u00a0\u202f] [:;?!»](\s|$)|« (?=\S)/u.test(message)) {
    problems.push(`${locale}: ${key} needs a no-break space: ${message}`);
  }
  return problems;
}

/** Names of the arguments and tags a message takes, with their kind; null when it is not ICU. */
function argumentsOf(message: string): Set<string> | null {
  const found = new Set<string>();
  const kinds = ['', 'select', 'plural', 'ordinal', 'number', 'date', 'time'];
  const visit = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    const [name, type, ...rest] = node as unknown[];
    if (typeof name !== 'string') return;
    if (type === undefined) found.add(name);
    else if (typeof type === 'number' && type > 0) {
      found.add(`${name}: ${kinds[type] ?? type}`);
      if (typeof rest[0] === 'object' && rest[0] !== null && type <= 3) {
        for (const branch of Object.values(rest[0])) visitAll(branch);
      }
    } else {
      found.add(`<${name}>`);
      visitAll([type, ...rest]);
    }
  };
  const visitAll = (nodes: unknown): void => {
    if (Array.isArray(nodes)) for (const node of nodes) visit(node);
  };
  try {
    visitAll(compile(message));
    return found;
  } catch {
    return null;
  }
}
