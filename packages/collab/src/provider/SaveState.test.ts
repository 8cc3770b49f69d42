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

  it('RT-118 who becomes a writer is never told to be a reader again while the role is not known', () => {
    state.opened();
    state.role('reader');
    state.synced();
    const shown: string[] = [];
    state.onStatus((status) => shown.push(status));
    state.down();
    state.connecting();
    state.opened();
    state.role('editor');
    state.sent(true);
    state.synced();
    state.acknowledged(1);
    expect(shown).toEqual(['offline', 'connecting', 'saved']);
  });

  it('RT-118 edits count from the moment the server says that the role is another one', () => {
    state.opened();
    state.role('reader');
    state.synced();
    state.down(true);
    state.edited();
    expect(state.status).toBe('unsaved');
  });

  it('RT-118 what the last role did not allow counts as unsaved as soon as the next one does', () => {
    state.opened();
    state.role('reader');
    state.synced();
    state.down();
    state.edited();
    expect(state.hasUnsaved).toBe(false);
    state.opened();
    state.role('editor');
    expect(state.hasUnsaved).toBe(true);
    expect(state.status).toBe('saving');
    state.sent(true);
    state.synced();
    state.acknowledged(1);
    expect(state.status).toBe('saved');
  });

  it('with nothing at stake a lost connection is offline, an ended one closed', () => {
    settled();
    state.down();
    expect(state.status).toBe('offline');
    state.closed();
    expect(state.status).toBe('closed');
  });
});
