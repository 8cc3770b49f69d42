const particles = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'von',
  'van',
  'der',
  'den',
  'zu',
  'di',
  'da',
  'del',
]);

/** Up to two initials of a person's name: first and last word, particles skipped; '?' for an empty name. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s.]+/u)
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  const bearing = words.filter((word) => !particles.has(word.toLocaleLowerCase()));
  const chosen = bearing.length > 0 ? bearing : words;
  const first = firstLetter(chosen[0]);
  const last = chosen.length > 1 ? firstLetter(chosen.at(-1)) : '';
  return (first + last).toLocaleUpperCase() || '?';
}

function firstLetter(word: string | undefined): string {
  return word?.match(/\p{L}|\p{N}/u)?.[0] ?? '';
}
