import type { LiveEvent, Message, MessagePage } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import { reduceTimeline } from './reduceTimeline';
import { emptyTimeline, type TimelineEffect, type TimelineInput, type TimelineScope } from './timelineTypes';

const CHANNEL = 'channel';
/** Mulberry32: the same seed gives the same run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Stored {
  id: string;
  seq: number;
  parentId: string | null;
  version: number;
}

/** A channel as the server has it: reads are always of this moment. */
class Channel {
  readonly stored: Stored[] = [];

  post(parentId: string | null): LiveEvent {
    const seq = this.stored.length + 1;
    const id = `m${seq}`;
    this.stored.push({ id, seq, parentId, version: 0 });
    return {
      type: 'message.posted',
      spaceId: 's',
      channelId: CHANNEL,
      messageId: id,
      parentId,
      seq,
      authorId: 'a',
    };
  }

  change(index: number): LiveEvent {
    const one = this.stored[index % this.stored.length];
    if (!one) throw new Error('empty');
    one.version += 1;
    return {
      type: 'message.changed',
      spaceId: 's',
      channelId: CHANNEL,
      messageId: one.id,
      parentId: one.parentId,
    };
  }

  message(id: string): Message | null {
    const found = this.stored.find((one) => one.id === id);
    if (!found) return null;
    const replies = this.stored.filter((one) => one.parentId === id);
    const { version, ...rest } = found;
    const shown = { ...rest, channelId: CHANNEL, body: `v${version}`, replyCount: replies.length };
    return { ...shown, repliesAt: replies.reduce((sum, one) => sum + one.version, 0) } as unknown as Message;
  }

  page(
    scope: TimelineScope,
    effect: Extract<TimelineEffect, { type: 'readPage' }>,
    limit: number,
  ): MessagePage {
    const all = this.stored.filter((one) => one.parentId === scope.parentId);
    const seq = effect.seq ?? 0;
    let from = Math.max(0, all.length - limit);
    let to = all.length;
    if (effect.kind === 'before') {
      to = all.filter((one) => one.seq < seq).length;
      from = Math.max(0, to - limit);
    } else if (effect.kind === 'after') {
      from = all.filter((one) => one.seq <= seq).length;
      to = Math.min(all.length, from + limit);
    } else if (effect.kind === 'refresh') from = all.filter((one) => one.seq <= seq).length;
    else if (effect.kind === 'around') {
      from = Math.max(0, all.filter((one) => one.seq < seq).length - Math.floor(limit / 2));
      to = Math.min(all.length, from + limit);
    }
    const items = all.slice(from, to).flatMap((one) => this.message(one.id) ?? []);
    return { items, hasBefore: from > 0, hasAfter: to < all.length, focus: null };
  }
}

/** Plays one random life of a timeline: late and reordered answers, doubled and (with `lossy`) lost events. */
function play(seed: number, { lossy, reply, around }: { lossy: boolean; reply: boolean; around: boolean }) {
  const random = seeded(seed);
  const pick = (bound: number) => Math.floor(random() * bound);
  const channel = new Channel();
  for (let n = 0; n < 1 + pick(12); n += 1) channel.post(n > 0 && random() < 0.3 ? 'm1' : null);
  const scope = { channelId: CHANNEL, parentId: reply ? 'm1' : null };
  let state = emptyTimeline(scope);
  const events: LiveEvent[] = [];
  const asked: TimelineEffect[] = [];
  const answers: TimelineInput[] = [];
  const give = (input: TimelineInput) => {
    const step = reduceTimeline(state, input);
    state = step.state;
    asked.push(...step.effects);
  };
  const ask = () => {
    const effect = asked.splice(pick(asked.length), 1)[0];
    if (effect?.type === 'readMessage')
      answers.push({ type: 'message', id: effect.id, message: channel.message(effect.id) });
    else if (effect) answers.push({ type: 'page', kind: effect.kind, page: channel.page(scope, effect, 4) });
  };
  const deliver = () => {
    const event = events[0];
    if (event && !(random() < 0.1)) events.shift();
    if (event) give({ type: 'event', event });
  };
  const act = () => {
    const dice = random();
    if (dice < 0.1) events.push(channel.post(random() < 0.3 ? `m1` : null));
    else if (dice < 0.3) events.push(channel.change(pick(1_000)));
    else if (dice < 0.62) deliver();
    else if (dice < 0.77 && asked.length > 0) ask();
    else if (dice < 0.92 && answers.length > 0)
      give(answers.splice(pick(answers.length), 1)[0] as TimelineInput);
    else if (dice < 0.95) give({ type: random() < 0.5 ? 'loadBefore' : 'loadAfter' });
    else if (lossy && dice < 0.98) events.shift();
    else if (dice > 0.995) give({ type: 'reset' });
  };
  give({ type: 'heard', lastSeq: channel.stored.length });
  give({ type: 'open', around: around ? 1 + pick(channel.stored.length) : null });
  for (let n = 0; n < 200; n += 1) act();
  if (lossy) give({ type: 'reset' });
  for (let n = 0; events.length + asked.length + answers.length > 0; n += 1) {
    if (n > 10_000) throw new Error('does not come to rest');
    deliver();
    if (asked.length > 0) ask();
    if (answers.length > 0) give(answers.splice(pick(answers.length), 1)[0] as TimelineInput);
  }
  return { state, channel, scope };
}

describe('reduceTimeline', () => {
  it.each([
    { lossy: false, reply: false, around: false },
    { lossy: true, reply: false, around: false },
    { lossy: false, reply: false, around: true },
    { lossy: true, reply: true, around: false },
  ])('CV13 old state and events equal a fresh read: %j', (kind) => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const { state, channel, scope } = play(seed, kind);
      const all = channel.stored.filter((one) => one.parentId === scope.parentId);
      const first = state.messages[0]?.seq ?? 1;
      const last = state.hasAfter ? (state.messages.at(-1)?.seq ?? 0) : Number.POSITIVE_INFINITY;
      const fresh = all
        .filter((one) => one.seq >= first && one.seq <= last)
        .map((one) => channel.message(one.id));
      expect({ seed, load: state.load, messages: state.messages }).toEqual({
        seed,
        load: null,
        messages: fresh,
      });
      expect({ seed, hasBefore: state.hasBefore }).toEqual({
        seed,
        hasBefore: all.some((one) => one.seq < first),
      });
    }
  });

  it('CV13 notices a lost event by the next one', () => {
    const channel = new Channel();
    channel.post(null);
    const scope = { channelId: CHANNEL, parentId: null };
    let { state } = reduceTimeline(emptyTimeline(scope), { type: 'heard', lastSeq: 1 });
    state = reduceTimeline(state, { type: 'open', around: null }).state;
    const page = channel.page(scope, { type: 'readPage', kind: 'latest', seq: null }, 50);
    state = reduceTimeline(state, { type: 'page', kind: 'latest', page }).state;
    channel.post(null);
    const { effects } = reduceTimeline(state, { type: 'event', event: channel.post(null) });
    expect(effects).toEqual([{ type: 'readPage', kind: 'refresh', seq: 0 }]);
  });
});
