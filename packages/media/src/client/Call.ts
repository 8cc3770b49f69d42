import type { RoomPass } from '@hemicycle/contracts';
import { DefaultReconnectPolicy, type DisconnectReason, Room } from 'livekit-client';
import type { CallEnd, CallNotice, CallParticipant, CallSnapshot, CallState } from './callTypes';
import type { LocalMedia } from './LocalMedia';
import { RemoteSound } from './RemoteSound';
import { readParticipants } from './readParticipants';
import { readShown } from './readShown';
import { endOfRefusal, meaningOf, OWN_RETRY_DELAYS, REBUILDS, rebuildWait } from './recovery';
import { Store } from './Store';
import { wireRoom } from './wireRoom';

export interface CallOptions {
  /** A fresh token from our API. A refusal carries the `code` of its problem document. */
  fetchPass(): Promise<RoomPass>;
  /** Asks our API whether the caller may still be in the room; throws its refusal when not. */
  checkAccess(): Promise<void>;
  /** Owned by the caller until `start`, then by the call. */
  readonly media: LocalMedia;
}

const SPEAKERS = 6;
/** How long livekit-client may mend a connection before we build a new one. Milliseconds. */
const PATIENCE = 12_000;

/**
 * One stay in a meeting, outside React. It owns the connection, mends it (livekit-client first, then a new connection
 * with a fresh token), and releases everything at its end.
 */
export class Call extends Store<CallSnapshot> {
  readonly media: LocalMedia;
  private room: Room | null = null;
  private unwire = () => {};
  private readonly sound = new RemoteSound();
  private readonly noticed = new Set<(notice: CallNotice) => void>();
  private readonly over = new AbortController();
  private readScheduled = false;

  constructor(private readonly options: CallOptions) {
    super({
      state: 'connecting',
      end: null,
      meetingId: null,
      participants: [],
      speakers: [],
      shown: null,
      soundBlocked: false,
    });
    this.media = options.media;
    this.media.onMutedByHost = (source) => this.notify({ type: 'mutedByHost', source });
  }

  /** Joins. Never throws: an outcome that is no call is the snapshot's `end`. */
  async start(): Promise<void> {
    try {
      await this.connect();
    } catch (error) {
      const end = endOfRefusal(error);
      // The first attempt tells at once that the media server is away; a broken network is tried again.
      if (end) this.finish(end);
      else if (codeOf(error) === 'media_unavailable') this.finish('unavailable');
      else await this.rebuild();
    }
  }

  leave(): void {
    this.finish('left');
  }

  onNotice(listener: (notice: CallNotice) => void): () => void {
    this.noticed.add(listener);
    return () => void this.noticed.delete(listener);
  }

  /** To be called from a click: browsers allow sound then. */
  async allowSound(): Promise<void> {
    await this.room?.startAudio().catch(() => {});
    this.scheduleRead();
  }

  private async connect(): Promise<void> {
    const pass = await this.options.fetchPass();
    if (this.over.signal.aborted) return;
    this.dropRoom();
    const room = new Room({
      adaptiveStream: true,
      dynacast: true,
      // The tracks belong to LocalMedia: they outlive a connection.
      stopLocalTrackOnUnpublish: false,
      reconnectPolicy: new DefaultReconnectPolicy(OWN_RETRY_DELAYS),
      publishDefaults: { simulcast: true, stopMicTrackOnMute: false },
      ...(this.speakerId ? { audioOutput: { deviceId: this.speakerId } } : {}),
    });
    this.room = room;
    this.unwire = wireRoom(room, {
      changed: this.scheduleRead,
      state: (state) => this.enter(state),
      disconnected: (reason) => void this.disconnected(room, reason),
      notice: (notice) => this.notify(notice),
      allowed: (sources) => this.media.restrict(sources),
      sound: this.sound,
    });
    // No iceServers here, ever: the server names our own TURN and nothing else.
    await room.connect(pass.url, pass.token, { maxRetries: 1 });
    if (this.room !== room) return;
    this.set({ ...this.getSnapshot(), meetingId: pass.meetingId });
    this.enter('connected');
    await this.media.attach(room);
    this.scheduleRead();
  }

  private get speakerId(): string | undefined {
    return this.media.getSnapshot().chosen.speakerId;
  }

  private async disconnected(room: Room, reason: DisconnectReason | undefined): Promise<void> {
    // A first connection that fails is told by `connect`'s own rejection.
    if (this.room !== room || this.isOver || this.getSnapshot().state === 'connecting') return;
    const meaning = meaningOf(reason);
    if (meaning === 'rebuild') return this.rebuild();
    if (meaning !== 'ask') return this.finish(meaning);
    try {
      await this.options.checkAccess();
      this.finish('removed');
    } catch (error) {
      this.finish(endOfRefusal(error) ?? 'removed');
    }
  }

  private rebuilding = false;
  private patience: ReturnType<typeof setTimeout> | undefined;

  private async rebuild(): Promise<void> {
    if (this.rebuilding) return;
    this.rebuilding = true;
    this.enter('rebuilding');
    try {
      for (let attempt = 0; attempt < REBUILDS && !this.isOver; attempt += 1) {
        await waitOrOnline(rebuildWait(attempt, Math.random), this.over.signal);
        try {
          await this.connect();
          return;
        } catch (error) {
          const end = endOfRefusal(error);
          if (end) return this.finish(end);
        }
      }
      this.finish('lost');
    } finally {
      this.rebuilding = false;
    }
  }

  private enter(state: CallState): void {
    const now = this.getSnapshot();
    // While we rebuild, what the dying or newborn room says of itself is of no interest.
    if (now.state === state || this.isOver || (now.state === 'rebuilding' && state !== 'connected')) return;
    this.set({
      ...now,
      state,
      ...(state === 'rebuilding' && { participants: now.participants.map(withoutPicture) }),
    });
    clearTimeout(this.patience);
    if (state === 'reconnecting') this.patience = setTimeout(() => void this.rebuild(), PATIENCE);
    if (now.state === 'connected') this.notify({ type: 'connectionLost' });
    else if (state === 'connected' && now.state !== 'connecting') this.notify({ type: 'connectionBack' });
  }

  private get isOver(): boolean {
    return this.over.signal.aborted;
  }

  private finish(end: CallEnd): void {
    if (this.isOver) return;
    this.over.abort();
    clearTimeout(this.patience);
    this.dropRoom();
    this.media.dispose();
    this.set({ ...this.getSnapshot(), state: 'ended', end, participants: [], speakers: [] });
    this.noticed.clear();
  }

  private dropRoom(): void {
    this.media.detach();
    this.unwire();
    this.unwire = () => {};
    this.sound.clear();
    void this.room?.disconnect(false).catch(() => {});
    this.room = null;
  }

  private notify(notice: CallNotice): void {
    for (const listener of [...this.noticed]) listener(notice);
  }

  /** Many events of one turn become one snapshot. */
  private readonly scheduleRead = (): void => {
    if (this.readScheduled) return;
    this.readScheduled = true;
    queueMicrotask(() => {
      this.readScheduled = false;
      if (!this.room || this.isOver) return;
      const now = this.getSnapshot();
      // While a new connection is being built, the people of the last one stay on the stage.
      if (now.state === 'rebuilding') return;
      const participants = readParticipants(this.room, now.participants);
      const speakers = participants
        .filter((one) => one.lastSpokeAt > 0)
        .sort((a, b) => b.lastSpokeAt - a.lastSpokeAt)
        .slice(0, SPEAKERS)
        .map((one) => one.identity);
      const shown = readShown(this.room.metadata);
      this.set({
        ...now,
        participants,
        speakers: speakers.join() === now.speakers.join() ? now.speakers : speakers,
        shown:
          shown?.documentId === now.shown?.documentId && shown?.userId === now.shown?.userId
            ? now.shown
            : shown,
        soundBlocked: !this.room.canPlaybackAudio,
      });
    });
  };
}

/** The pictures of a dead connection are black; a face's initials are not. */
function withoutPicture(one: CallParticipant): CallParticipant {
  return one.isLocal ? one : { ...one, camera: null, screen: null, speaking: false };
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** The wait ends early when the network is back or the call is over. */
function waitOrOnline(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
