import type { DocumentSummary, Home, Person, SearchResult, SpaceSummary } from '@hemicycle/contracts';
import { matchesAll } from './matchRanges';

/** Something the palette can do; its words are already in the reader's language. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Offered before anything is typed. */
  readonly isFirst: boolean;
}

type FoundSpace = SearchResult['spaces'][number] & { readonly call: SpaceSummary['call'] };

type MessageHit = SearchResult['messages'][number];

export type PaletteItem =
  | { readonly kind: 'space'; readonly id: string; readonly space: FoundSpace }
  | { readonly kind: 'person'; readonly id: string; readonly person: Person }
  | { readonly kind: 'document'; readonly id: string; readonly document: DocumentSummary }
  | { readonly kind: 'message'; readonly id: string; readonly message: MessageHit }
  | { readonly kind: 'command'; readonly id: string; readonly command: Command };

export type GroupKey = 'recent' | 'spaces' | 'people' | 'documents' | 'messages' | 'commands';

export interface PaletteGroup {
  readonly key: GroupKey;
  readonly items: readonly PaletteItem[];
}

export interface PaletteSources {
  readonly query: string;
  /** What Home shows: matched at once, while the server still searches. */
  readonly home: Home | undefined;
  /** The server's answer; `answers` is the query it was asked. */
  readonly result: SearchResult | undefined;
  readonly answers: string;
  readonly commands: readonly Command[];
}

/** Against a wall of rows: as many of a kind as the server sends, and few commands. */
const most = 8;
const mostCommands = 6;

/**
 * What the palette lists, in a fixed order. Whatever is listed matches the query as it stands: an answer to an older
 * query is sifted by the new one until its own answer is there, so that Enter never opens what was not asked for.
 */
export function paletteGroups(sources: PaletteSources): PaletteGroup[] {
  const groups = sources.query.trim() === '' ? untyped(sources) : typed(sources);
  return groups.filter((group) => group.items.length > 0);
}

function untyped({ home, commands }: PaletteSources): PaletteGroup[] {
  return [
    {
      key: 'recent',
      items: [
        ...(home?.spaces ?? []).slice(0, 4).map(spaceItem),
        ...(home?.documents ?? []).slice(0, 3).map(documentItem),
      ],
    },
    { key: 'commands', items: commands.filter((command) => command.isFirst).map(commandItem) },
  ];
}

function typed({ query, home, result, answers, commands }: PaletteSources): PaletteGroup[] {
  const isOld = answers !== query.trim();
  const sift = <T>(items: readonly T[] | undefined, texts: (item: T) => string[]) =>
    (items ?? []).filter((item) => !isOld || matchesAll(texts(item), query));
  const near = <T>(items: readonly T[] | undefined, texts: (item: T) => string[]) =>
    (items ?? []).filter((item) => matchesAll(texts(item), query));

  const calls = new Map(home?.spaces.map((space) => [space.id, space.call]));
  const spaces = unique([
    ...near(home?.spaces, (space) => [space.name]),
    ...sift(result?.spaces, (space) => [space.name, space.purpose]),
  ]);
  const documents = unique([
    ...near(home?.documents, (document) => [document.title]),
    ...sift(result?.documents, (document) => [document.title, document.excerpt]),
  ]);
  const people = sift(result?.people, (person) => [person.name, person.email ?? '']);
  const messages = sift(result?.messages, (message) => [message.excerpt, message.author.name]);
  return [
    {
      key: 'spaces',
      items: spaces.map((space) => spaceItem({ ...space, call: calls.get(space.id) ?? null })),
    },
    { key: 'people', items: people.map(personItem) },
    { key: 'documents', items: documents.map(documentItem) },
    { key: 'messages', items: messages.map(messageItem) },
    {
      key: 'commands',
      items: commands
        .filter((command) => matchesAll([command.label], query))
        .slice(0, mostCommands)
        .map(commandItem),
    },
  ];
}

function unique<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()].slice(0, most);
}

function spaceItem(space: FoundSpace): PaletteItem {
  return { kind: 'space', id: `space-${space.id}`, space };
}

function personItem(person: Person): PaletteItem {
  return { kind: 'person', id: `person-${person.id}`, person };
}

function documentItem(document: DocumentSummary): PaletteItem {
  return { kind: 'document', id: `document-${document.id}`, document };
}

function messageItem(message: MessageHit): PaletteItem {
  return { kind: 'message', id: `message-${message.messageId}`, message };
}

function commandItem(command: Command): PaletteItem {
  return { kind: 'command', id: `command-${command.id}`, command };
}

/** Where Enter leads, for what has an address. */
export function hrefOf(item: PaletteItem): string | null {
  switch (item.kind) {
    case 'space':
      return `/spaces/${item.space.id}`;
    case 'person':
      return `/people/${item.person.id}`;
    case 'document':
      return `/documents/${item.document.id}`;
    case 'message':
      return `/spaces/${item.message.spaceId}?message=${item.message.seq}`;
    case 'command':
      return null;
  }
}
