import { describe, expect, it } from '@jest/globals';
import { DisconnectReason } from 'livekit-client';
import { arrangeStage } from './arrangeStage';
import type { CallParticipant } from './callTypes';
import { fitGrid } from './fitGrid';
import { handOrder } from './handOrder';
import { segmentsOf } from './meterMicrophone';
import { readShown } from './readShown';
import { endOfRefusal, meaningOf, rebuildWait } from './recovery';

const person = (identity: string, more: Partial<CallParticipant> = {}): CallParticipant => ({
  identity,
  userId: identity,
  name: identity,
  hue: 0,
  guest: false,
  isLocal: false,
  speaking: false,
  lastSpokeAt: 0,
  microphoneOn: true,
  camera: null,
  screen: null,
  hand: null,
  quality: 'good',
  joinedAt: 0,
  ...more,
});
const screen = {} as NonNullable<CallParticipant['screen']>;

describe('raised hands', () => {
  it('stand by the server’s time, then by identity, and lowered ones leave no gap', () => {
    const order = handOrder([
      { identity: 'c', raisedAt: '2026-01-01T10:00:02.000Z' },
      { identity: 'b', raisedAt: '2026-01-01T10:00:01.000Z' },
      { identity: 'lowered', raisedAt: '' },
      { identity: 'never', raisedAt: undefined },
      { identity: 'a', raisedAt: '2026-01-01T10:00:01.000Z' },
    ]);
    expect([...order]).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
  });
});

describe('the grid', () => {
  it('holds 1 to 49 people on a desk without scrolling, every tile inside and readable', () => {
    const [width, height, gap] = [1416, 780, 12];
    for (let count = 1; count <= 49; count += 1) {
      const grid = fitGrid(count, width, height, gap);
      expect(grid.pages).toBe(1);
      expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(count);
      expect(grid.columns * grid.tileWidth + (grid.columns - 1) * gap).toBeLessThanOrEqual(width);
      expect(grid.rows * grid.tileHeight + (grid.rows - 1) * gap).toBeLessThanOrEqual(height);
      expect(grid.tileWidth).toBeGreaterThanOrEqual(132);
      const form = grid.tileWidth / grid.tileHeight;
      expect(form).toBeGreaterThan(1.14);
      expect(form).toBeLessThan(1.79);
    }
  });

  it('puts six people in three columns of two, as wide as the stage', () => {
    expect(fitGrid(6, 1416, 780, 12)).toMatchObject({ columns: 3, rows: 2, tileWidth: 464, tileHeight: 384 });
  });

  it('turns pages where tiles would get too small to read', () => {
    const phone = fitGrid(49, 374, 640, 8);
    expect(phone.tileWidth).toBeGreaterThanOrEqual(132);
    expect(phone.pages).toBe(Math.ceil(49 / phone.perPage));
    expect(phone.pages).toBeGreaterThan(3);
    expect(fitGrid(120, 1416, 780, 12)).toMatchObject({ perPage: 49, pages: 3 });
  });

  it('still shows one person in a window of no size', () => {
    expect(fitGrid(1, 0, 0, 12)).toMatchObject({ perPage: 1, pages: 1, tileWidth: 0 });
  });
});

describe('the stage', () => {
  const me = person('me', { isLocal: true });
  const [ana, bo] = [person('ana'), person('bo')];
  const arrange = (more: Partial<Parameters<typeof arrangeStage>[0]>) =>
    arrangeStage({
      participants: [me, ana, bo],
      speakers: [],
      choice: 'grid',
      documentOpen: false,
      selfHidden: false,
      ...more,
    });

  it('shows everyone in a grid, oneself last', () => {
    expect(arrange({})).toEqual({ kind: 'grid', tiles: [ana, bo, me] });
  });

  it('puts who spoke last on the stage, never oneself', () => {
    expect(arrange({ choice: 'speaker', speakers: ['me', 'bo', 'ana'] })).toEqual({
      kind: 'speaker',
      stage: bo,
      strip: [ana, me],
    });
  });

  it('keeps a speaker layout calm while nobody has spoken, and is a grid when alone', () => {
    expect(arrange({ choice: 'speaker' })).toMatchObject({ kind: 'speaker', stage: ana });
    expect(arrange({ choice: 'speaker', participants: [me] })).toEqual({ kind: 'grid', tiles: [me] });
  });

  it('prefers an open document to a shared screen, and another’s screen to one’s own', () => {
    const sharing = [{ ...me, screen }, { ...ana, screen }, bo];
    expect(arrange({ participants: sharing })).toMatchObject({ kind: 'screen', stage: { identity: 'ana' } });
    expect(arrange({ participants: [{ ...me, screen }, bo] })).toMatchObject({
      kind: 'screen',
      stage: { identity: 'me' },
    });
    expect(arrange({ participants: sharing, documentOpen: true })).toMatchObject({
      kind: 'document',
      strip: [{ identity: 'ana' }, { identity: 'bo' }, { identity: 'me' }],
    });
  });

  it('hides one’s own picture on request, but never leaves the stage empty', () => {
    expect(arrange({ selfHidden: true })).toEqual({ kind: 'grid', tiles: [ana, bo] });
    expect(arrange({ selfHidden: true, participants: [me] })).toEqual({ kind: 'grid', tiles: [me] });
  });
});

describe('recovery', () => {
  it.each([
    [DisconnectReason.CLIENT_INITIATED, 'rebuild'],
    [DisconnectReason.DUPLICATE_IDENTITY, 'moved'],
    [DisconnectReason.PARTICIPANT_REMOVED, 'ask'],
    [DisconnectReason.ROOM_DELETED, 'finished'],
    [DisconnectReason.SERVER_SHUTDOWN, 'rebuild'],
    [DisconnectReason.STATE_MISMATCH, 'rebuild'],
    [DisconnectReason.UNKNOWN_REASON, 'rebuild'],
    [undefined, 'rebuild'],
  ])('reason %s means %s', (reason, meaning) => {
    expect(meaningOf(reason)).toBe(meaning);
  });

  it.each([
    ['forbidden', 'forbidden'],
    ['not_found', 'forbidden'],
    ['account_disabled', 'forbidden'],
    ['session_expired', 'signedOut'],
    ['sign_in_required', 'signedOut'],
    ['media_unavailable', null],
    ['offline', null],
    ['internal', null],
  ])('a refusal %s ends the call as %s', (code, end) => {
    expect(endOfRefusal(Object.assign(new Error(code), { code }))).toBe(end);
  });

  it('waits longer each time, never above its bound, never all at once', () => {
    const waits = (random: number) =>
      [0, 1, 2, 3, 10, 23].map((attempt) => rebuildWait(attempt, () => random));
    expect(waits(0)).toEqual([200, 400, 800, 1600, 7500, 7500]);
    expect(waits(1)).toEqual([400, 800, 1600, 3200, 15_000, 15_000]);
  });
});

describe('small things', () => {
  it('reads the shown document only from what our server writes', () => {
    expect(readShown('{"documentId":"d","userId":"u"}')).toEqual({ documentId: 'd', userId: 'u' });
    for (const other of [undefined, '', 'null', '[]', 'not json', '{"documentId":1,"userId":"u"}']) {
      expect(readShown(other)).toBeNull();
    }
  });

  it('lights no segment for silence, some for speech, all for shouting', () => {
    expect([0, 0.0001, 0.02, 0.5].map((amplitude) => segmentsOf(amplitude, 13))).toEqual([0, 0, 7, 13]);
  });
});
