export interface TextCount {
  readonly words: number;
  /** As people count them, spaces included, line ends not. */
  readonly characters: number;
}

/** Words by the rules of the language (Unicode segmentation): `l’état` and `aujourd’hui` count as readers expect. */
export function countText(text: string, locale: string): TextCount {
  let words = 0;
  for (const segment of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (segment.isWordLike) words += 1;
  }
  let characters = 0;
  for (const char of text) {
    // A combining mark belongs to the letter before it; so do the parts a joiner ties together.
    if (char !== '\n' && !/\p{M}|\u200d/u.test(char)) characters += 1;
  }
  return { words, characters };
}
