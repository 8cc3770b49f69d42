export interface PageLine {
  readonly text: string;
  /** Set as a heading is: short, and no sentence. */
  readonly isHeading: boolean;
}

/** Longer than this is a paragraph, whatever it ends with. Characters. */
const longestHeading = 48;

/** As many blocks as a small page can show. */
const most = 6;

/**
 * The blocks of an excerpt as a small page shows them. The excerpt does not say what is a heading; a short line without
 * an end, with something below it, looks like one in the document, too; a row of a table does not.
 */
export function pageLines(excerpt: string): PageLine[] {
  const lines = excerpt.split('\n').filter((line) => line !== '');
  return lines.slice(0, most).map((text, index) => ({
    text,
    isHeading: index < lines.length - 1 && text.length <= longestHeading && !/[.,;:!?…)]$|·/u.test(text),
  }));
}
