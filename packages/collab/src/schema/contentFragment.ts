/** Name of the Y.XmlFragment that holds a text document. */
export const CONTENT_FRAGMENT = 'content';
