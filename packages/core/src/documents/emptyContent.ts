/**
 * Content of a new document: one empty paragraph in the fragment `content`, as a Yjs v1 update of client 1. Were it
 * left to the editors, two people who begin at once would each bring a paragraph of their own. As a constant it is
 * the same change wherever it is applied, so applying it twice is nothing.
 */
export const EMPTY_CONTENT: Uint8Array<ArrayBuffer> = Uint8Array.from([
  1, 1, 1, 0, 7, 1, 7, 99, 111, 110, 116, 101, 110, 116, 3, 9, 112, 97, 114, 97, 103, 114, 97, 112, 104, 0,
]);
