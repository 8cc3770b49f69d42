import { mergeAttributes } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import { safeLink } from './safeLink';

/** `example.org/a`, as people type it: linked with `https://` before it, never as it stands. */
const BARE_DOMAIN = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#].*)?$/u;

/** A link to a safe address. What a hostile client wrote into a document is drawn as text without an address. */
export const LinkMark = Link.extend({
  renderHTML({ HTMLAttributes }) {
    const { href, ...rest } = HTMLAttributes;
    const address = typeof href === 'string' && safeLink(href) ? { href } : {};
    return ['a', mergeAttributes(this.options.HTMLAttributes, rest, address), 0];
  },
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  defaultProtocol: 'https',
  isAllowedUri: (href) => safeLink(href) || BARE_DOMAIN.test(href),
  HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
});
