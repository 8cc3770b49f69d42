/**
 * Content of a new document: one empty paragraph, with an empty text in it, in the fragment `content`, as a Yjs v1
 * update of client 1. Were the paragraph left to the editors, two people who begin at once would each bring one; were
 * its text, each would bring a text of their own, and y-tiptap repeats letters when it joins the two. As a constant it
 * is the same change wherever it is applied, so applying it twice is nothing.
 */
export const EMPTY_CONTENT: Uint8Array<ArrayBuffer> = Uint8Array.from([
  1, 2, 1, 0, 7, 1, 7, 99, 111, 110, 116, 101, 110, 116, 3, 9, 112, 97, 114, 97, 103, 114, 97, 112, 104, 7, 0,
  1, 0, 6, 0,
]);
