import { api } from '@/lib/api';
import { matchesWords } from '../lib/matchesWords';
import type { SuggestionItem } from './suggestionStore';
import type { SuggestionSource } from './suggestions';

export interface MentionItem extends SuggestionItem {
  readonly hue: number;
}

/** Against a space of thousands read whole for one name. Pages of 100. */
const MOST_PAGES = 10;
/** As many as fit without scrolling far. */
const SHOWN = 8;
/** People join while a document is open: the list is read anew after this. Milliseconds. */
const KEPT = 60_000;

/** The list behind `@`: the members of the document's space. */
export function mentionSource(spaceId: string): SuggestionSource<MentionItem> {
  let people: Promise<readonly MentionItem[]> | undefined;
  let readAt = 0;
  const members = () => {
    if (!people || Date.now() - readAt > KEPT) {
      readAt = Date.now();
      people = readMembers(spaceId);
      people.catch(() => {
        people = undefined;
      });
    }
    return people;
  };
  return {
    kind: 'mention',
    char: '@',
    allowSpaces: true,
    items: async (query) =>
      (await members().catch(() => [])).filter(({ label }) => matchesWords(query, label)).slice(0, SHOWN),
    choose(editor, range, { id, label }) {
      const mention = { type: 'mention', attrs: { id, label } };
      editor
        .chain()
        .focus()
        .insertContentAt(range, [mention, { type: 'text', text: ' ' }])
        .run();
    },
  };
}

async function readMembers(spaceId: string): Promise<readonly MentionItem[]> {
  const items: MentionItem[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const page = await api('GET /spaces/{spaceId}/members', {
      params: { spaceId },
      query: { limit: 100, cursor },
    });
    for (const { person, title } of page.items) {
      items.push({ id: person.id, label: person.name, hue: person.hue, ...(title && { detail: title }) });
    }
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return items;
}
