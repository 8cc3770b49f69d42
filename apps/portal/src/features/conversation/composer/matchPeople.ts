import { foldWords } from '../lib/foldWords';

/** People whose name, or one word of it, begins as typed; whole beginnings first. */
export function matchPeople<T extends { readonly name: string }>(
  people: readonly T[],
  query: string,
  most: number,
): T[] {
  const wanted = foldWords(query);
  const begins = people.filter(({ name }) => foldWords(name).startsWith(wanted));
  const inside = people.filter(
    (person) =>
      !begins.includes(person) &&
      foldWords(person.name)
        .split(/[\s-]+/)
        .some((word) => word.startsWith(wanted)),
  );
  return [...begins, ...inside].slice(0, most);
}
