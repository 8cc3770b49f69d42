/** What a message's text means, as a tree. Made by `parseMessageBody`, turned into elements or plain words by others. */
export type MessageInline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: 'bold'; readonly children: readonly MessageInline[] }
  | { readonly type: 'italic'; readonly children: readonly MessageInline[] }
  | { readonly type: 'code'; readonly text: string }
  /** `href` is http, https or mailto, nothing else. */
  | { readonly type: 'link'; readonly href: string; readonly text: string }
  | MessageReference;

/** Somebody or something named in a text. `start` and `end` are offsets in the source. */
export type MessageReference =
  | {
      readonly type: 'mention';
      readonly id: string;
      readonly label: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly type: 'document';
      readonly id: string;
      readonly label: string;
      readonly start: number;
      readonly end: number;
    };

export type MessageBlock =
  | { readonly type: 'paragraph'; readonly children: readonly MessageInline[] }
  | { readonly type: 'code'; readonly text: string }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly first: number;
      readonly items: readonly (readonly MessageInline[])[];
    };
