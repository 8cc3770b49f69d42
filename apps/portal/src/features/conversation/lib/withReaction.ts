import type { Message } from '@hemicycle/contracts';

/** The message as it will be once the server took the reader's reaction, or its taking back. */
export function withReaction(message: Message, emoji: string, added: boolean, name: string): Message {
  const known = message.reactions.find((one) => one.emoji === emoji);
  if (added && known?.mine) return message;
  if (!known)
    return added
      ? { ...message, reactions: [...message.reactions, { emoji, count: 1, mine: true, people: [name] }] }
      : message;
  const changed = {
    ...known,
    mine: added,
    count: known.count + (added ? 1 : -1),
    people: added ? [...known.people, name] : known.people.filter((other) => other !== name),
  };
  const reactions = message.reactions
    .map((one) => (one === known ? changed : one))
    .filter(({ count }) => count > 0);
  return { ...message, reactions };
}
