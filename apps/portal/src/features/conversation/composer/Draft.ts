/** What stands in a composer. The text names people as `@Name`; `people` knows who those names are. */
export interface Draft {
  readonly text: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Documents linked under the text. */
  readonly documents: readonly { readonly id: string; readonly title: string }[];
}

export const EMPTY_DRAFT: Draft = { text: '', people: [], documents: [] };

export function isEmptyDraft(draft: Draft): boolean {
  return draft.text.trim() === '' && draft.documents.length === 0;
}
