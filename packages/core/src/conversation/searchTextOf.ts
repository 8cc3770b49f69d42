import { messageText } from '@hemicycle/contracts';
import { foldText } from '../search/foldText';

/** What a search over messages reads: the words, without the titles of linked documents. */
export function searchTextOf(body: string): string {
  return foldText(messageText(body));
}
