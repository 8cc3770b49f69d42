import { Node } from '@tiptap/core';

/** A person named in the text: the account's id, and the name as it was then. */
export const MentionNode = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  selectable: false,
  atom: true,

  addAttributes() {
    return {
      id: { default: null, parseHTML: (element) => element.getAttribute('data-mention') },
      label: {
        default: '',
        parseHTML: (element) => (element.textContent ?? '').replace(/^@/, '').slice(0, 200),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'span[data-mention]' }];
  },

  renderHTML({ node }) {
    return ['span', { 'data-mention': String(node.attrs.id) }, `@${String(node.attrs.label)}`];
  },

  renderText({ node }) {
    return `@${String(node.attrs.label)}`;
  },
});
