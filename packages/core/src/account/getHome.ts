import type { Home } from '@hemicycle/contracts';
import { unreadMentions } from '../conversation';
import { listDocuments } from '../documents';
import type { Operation } from '../operation';
import { listSpaces } from '../spaces/listSpaces';

/** As many as one looks through without scrolling for long. */
const SPACES = 20;
const OTHERS = 6;

/** What needs the caller: their spaces with running calls, messages that name them, documents to go on with. */
export async function getHome(op: Operation): Promise<Home> {
  const [spaces, mentions, documents] = await Promise.all([
    listSpaces(op, { limit: SPACES }),
    unreadMentions(op, OTHERS),
    listDocuments(op, { limit: OTHERS }),
  ]);
  return { spaces: spaces.items, mentions, documents: documents.items };
}
