interface Named {
  readonly start: number;
  readonly end: number;
  readonly person: { readonly id: string; readonly name: string };
}

const WORD = /[\p{L}\p{N}]/u;

/** Where a text names somebody as `@Name`; of two names that fit, the longer one is meant. */
export function namedIn(text: string, people: readonly { id: string; name: string }[]): Named[] {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  const found: Named[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (at > 0 && WORD.test(text[at - 1] ?? '')) continue;
    const person = longestFirst.find(({ name }) => {
      const end = at + 1 + name.length;
      return text.startsWith(name, at + 1) && !WORD.test(text[end] ?? '');
    });
    if (person) found.push({ start: at, end: at + 1 + person.name.length, person });
  }
  return found;
}
