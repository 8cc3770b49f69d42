import { getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { documentExtensions } from './documentExtensions';

/** The ProseMirror schema of a text document, without a browser. */
export function documentSchema(): Schema {
  return getSchema(documentExtensions());
}
