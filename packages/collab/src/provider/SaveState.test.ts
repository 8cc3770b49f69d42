import { beforeEach, describe, expect, it } from '@jest/globals';
import { SaveState } from './SaveState';

let state: SaveState;

/** A connection that is up and has nothing to settle. */
function settled(): void {
  state.opened();
  state.role('editor');
  state.sent(true);
  state.synced();
  state.acknowledged(1);
}

beforeEach(() => {
  state = new SaveState();
});

describe('RT-70 what the editor may say', () => {
  it('says saved only when every frame was acknowledged', () => {
    settled();
    expect(state.status).toBe('saved');
    state.edited();
    state.sent(false);
    state.edited();
    state.sent(false);
    expect(state.status).toBe('saving');
    state.acknowledged(2);
    expect(state.status).toBe('saving');
    state.acknowledged(3);
    expect(state.status).toBe('saved');
    expect(state.hasUnsaved).toBe(false);
  });

  it('stays unsaved over a reconnect until the answer to sync step 1 is acknowledged', () => {
    settled();
    state.edited();
    state.sent(false);
    state.down();
    expect(state.status).toBe('unsaved');
    state.connecting();
    expect(state.status).toBe('unsaved');
    state.opened();
    state.synced();
    expect(state.status).toBe('saving');
    state.edited();
    state.sent(false);
    state.acknowledged(1);
    expect(state.status).toBe('saving');
    state.sent(true);
    expect(state.hasUnsaved).toBe(true);
    state.acknowledged(2);
    expect(state.status).toBe('saved');
  });

  it('an edit that was never handed to a socket is not saved by older acknowledgements', () => {
    settled();
    state.edited();
    state.sent(false);
    state.down();
    state.edited();
    state.acknowledged(2);
    expect(state.hasUnsaved).toBe(true);
  });

  it('a copy that was kept over a restart is not saved before what it may bring was acknowledged', () => {
    state.opened();
    state.role('editor');
    state.sent(true);
    state.synced();
    expect(state.status).toBe('connecting');
    state.acknowledged(1);
    expect(state.status).toBe('saved');
    state.down();
    state.opened();
    state.synced();
    expect(state.status).toBe('connecting');
  });

  it('says unsaved while the server cannot store, and saved when it could', () => {
    settled();
    state.edited();
    state.sent(false);
    state.storeFailing(true);
    expect(state.status).toBe('unsaved');
    state.storeFailing(false);
    expect(state.status).toBe('saving');
    state.acknowledged(2);
    expect(state.status).toBe('saved');
  });

  it('a reader is shown as such, and one who was demoted keeps what was never stored', () => {
    state.opened();
    state.role('reader');
    state.synced();
    state.edited();
    expect(state.status).toBe('readonly');
    expect(state.hasUnsaved).toBe(false);
    state = new SaveState();
    settled();
    state.edited();
    state.down();
    state.opened();
    state.role('reader');
    expect(state.status).toBe('unsaved');
    expect(state.hasUnsaved).toBe(true);
  });

  it('RT-118 who becomes a writer is not taken for a reader again while already typing', () => {
    state.opened();
    state.role('reader');
    state.synced();
    const shown: [string, boolean][] = [];
    state.onStatus((status) => shown.push([status, state.writes]));
    state.down(true);
    state.edited();
    state.connecting();
    state.opened();
    state.role('editor');
    state.sent(true);
    state.synced();
    state.acknowledged(1);
    expect(shown).toEqual([
      ['offline', true],
      ['unsaved', true],
      ['saving', true],
      ['saved', true],
    ]);
  });

  it('RT-118 who becomes a reader stops writing with the word of it, not with the next connection', () => {
    settled();
    state.edited();
    state.storeFailing(true);
    const shown: [string, boolean][] = [];
    state.onStatus((status) => shown.push([status, state.writes]));
    state.down(true);
    expect(shown).toEqual([['unsaved', false]]);
    state.opened();
    state.role('reader');
    expect([state.status, state.writes]).toEqual(['unsaved', false]);
  });

  it('RT-118 a cut connection changes nobody’s role', () => {
    settled();
    state.down();
    state.opened();
    expect(state.writes).toBe(true);
    state.role('reader');
    state.down();
    state.edited();
    state.opened();
    expect([state.status, state.writes, state.hasUnsaved]).toEqual(['connecting', false, false]);
    state.role('reader');
    expect([state.status, state.writes]).toEqual(['readonly', false]);
    // What was changed all the same is an edit after all.
    state.role('editor');
    expect([state.status, state.hasUnsaved]).toEqual(['saving', true]);
  });

  it('with nothing at stake a lost connection is offline, an ended one closed', () => {
    settled();
    state.down();
    expect(state.status).toBe('offline');
    state.closed();
    expect(state.status).toBe('closed');
  });
});
