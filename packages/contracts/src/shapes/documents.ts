import { z } from 'zod';
import { abilitiesOf } from '../capabilities';
import { Id, PageQuery, PersonSummary, Time, Title } from './common';
import { LabelMark } from './labels';

export const DocumentSummary = z.object({
  id: Id,
  spaceId: Id,
  spaceName: z.string(),
  title: z.string(),
  kind: z.enum(['text']),
  editedAt: Time,
  editedBy: PersonSummary.nullable(),
  /** First words of the text, for cards: a line for each block. */
  excerpt: z.string(),
  /** The strictest of its own and of everything above it; null: none. */
  label: LabelMark.nullable(),
  abilities: abilitiesOf('document'),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

/** A node of a space's tree; siblings are ordered by `position` (a fractional index, compared as a string). */
export const DocumentNode = z.object({
  id: Id,
  parentId: Id.nullable(),
  position: z.string(),
  title: z.string(),
  editedAt: Time,
  trashedAt: Time.nullable(),
  /** As of a summary. */
  label: LabelMark.nullable(),
  abilities: abilitiesOf('document'),
});
export type DocumentNode = z.infer<typeof DocumentNode>;

export const Document = DocumentSummary.extend({
  parentId: Id.nullable(),
  epoch: z.int(),
  createdAt: Time,
  createdBy: PersonSummary,
  trashedAt: Time.nullable(),
  roomId: Id,
  /** Root first, the document itself left out. */
  ancestors: z.array(z.object({ id: Id, title: z.string() })),
});
export type Document = z.infer<typeof Document>;

export const CreateDocument = z.object({ title: Title, parentId: Id.nullable().default(null) });
export const RenameDocument = z.object({ title: Title });
/** Goes under `parentId` (null: the root), right after `afterId` (null: first). */
export const MoveDocument = z.object({ parentId: Id.nullable(), afterId: Id.nullable() });
export const DocumentsQuery = PageQuery.extend({ spaceId: Id.optional() });
export const TreeQuery = z.object({ trashed: z.enum(['true', 'false']).default('false') });
export const UploadedImage = z.object({ id: Id, url: z.string(), width: z.int(), height: z.int() });
