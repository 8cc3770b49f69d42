import {
  createLocalAudioTrack,
  createLocalScreenTracks,
  createLocalVideoTrack,
  type LocalAudioTrack,
  type LocalTrack,
  type LocalVideoTrack,
  type Room,
  supportsAudioOutputSelection,
  Track,
  TrackEvent,
  VideoPresets,
} from 'livekit-client';
import { type DeviceProblem, deviceProblem } from './deviceProblem';
import { type DeviceList, listDevices, NO_DEVICES } from './listDevices';
import { Store } from './Store';

type OwnTrack = LocalAudioTrack | LocalVideoTrack;

export type Source = 'microphone' | 'camera' | 'screen';

export interface SourceState {
  readonly status: 'off' | 'starting' | 'on';
  readonly problem: DeviceProblem | null;
}

export interface ChosenDevices {
  readonly microphoneId: string | undefined;
  readonly cameraId: string | undefined;
  readonly speakerId: string | undefined;
}

export interface LocalMediaSnapshot {
  readonly microphone: SourceState;
  readonly camera: SourceState;
  readonly screen: SourceState;
  readonly microphoneTrack: LocalAudioTrack | null;
  readonly cameraTrack: LocalVideoTrack | null;
  readonly devices: DeviceList;
  readonly chosen: ChosenDevices;
  readonly speakerChoosable: boolean;
}

const OFF: SourceState = { status: 'off', problem: null };

/**
 * This device's microphone, camera and screen, from pre-join through the whole call: it alone owns the tracks, so a
 * rebuilt connection sends the same ones again, and `dispose` surely stops all of them.
 */
export class LocalMedia extends Store<LocalMediaSnapshot> {
  private microphone: LocalAudioTrack | null = null;
  private camera: LocalVideoTrack | null = null;
  private screen: readonly OwnTrack[] = [];
  private room: Room | null = null;
  private disposed = false;
  /** One change of a source at a time: quick clicks end in the state of the last one. */
  private readonly queues: Record<Source, Promise<void>> = {
    microphone: Promise.resolve(),
    camera: Promise.resolve(),
    screen: Promise.resolve(),
  };
  /** Sources whose device went away under them. */
  private readonly lost = new Set<Source>();
  /** A host silenced a source. */
  onMutedByHost: (source: Source) => void = () => {};

  constructor(chosen: Partial<ChosenDevices> = {}) {
    super({
      microphone: OFF,
      camera: OFF,
      screen: OFF,
      microphoneTrack: null,
      cameraTrack: null,
      devices: NO_DEVICES,
      chosen: { microphoneId: undefined, cameraId: undefined, speakerId: undefined, ...chosen },
      speakerChoosable: supportsAudioOutputSelection(),
    });
    navigator.mediaDevices?.addEventListener?.('devicechange', this.refreshDevices);
    void this.refreshDevices();
  }

  /** Resolves when done; a failure is told by the source's `problem`, never thrown. */
  turn(source: Source, on: boolean): Promise<void> {
    if (on && !this.disposed) this.patch({ [source]: { status: 'starting', problem: null } });
    this.lost.delete(source);
    const run = async () => {
      if (this.disposed) return;
      try {
        if (source === 'microphone') await this.turnMicrophone(on);
        else if (source === 'camera') await this.turnCamera(on);
        else await this.turnScreen(on);
      } catch (error) {
        if (!this.disposed) this.patch({ [source]: { status: 'off', problem: problemOf(source, error) } });
      }
    };
    const done = this.queues[source].then(run);
    this.queues[source] = done;
    return done;
  }

  /** A device the person picked; used as a wish, so an unplugged one never blocks. */
  async choose(kind: 'microphone' | 'camera' | 'speaker', id: string): Promise<void> {
    this.patch({ chosen: { ...this.getSnapshot().chosen, [`${kind}Id`]: id } });
    if (kind === 'speaker') {
      await this.room?.switchActiveDevice('audiooutput', id).catch(() => {});
      return;
    }
    const track = kind === 'microphone' ? this.microphone : this.camera;
    try {
      if (track) await track.setDeviceId({ ideal: id });
      // A device that failed may be the reason for picking another.
      else if (this.getSnapshot()[kind].problem) await this.turn(kind, true);
      if (track) this.patch({ [kind]: { ...this.getSnapshot()[kind], problem: null } });
    } catch (error) {
      this.patch({ [kind]: { status: 'off', problem: deviceProblem(error) } });
    }
  }

  /** Sends what is on through a connected room, now and until `detach`. */
  async attach(room: Room): Promise<void> {
    this.room = room;
    // A camera that is off holds no picture: it is taken anew when turned on.
    if (this.camera?.isMuted) this.dropCamera();
    for (const track of [this.microphone, this.camera, ...this.screen]) {
      if (track) await this.publish(track).catch(() => {});
    }
  }

  detach(): void {
    this.room = null;
  }

  /** The server says what may be sent from now on: the rest stops. */
  restrict(allowed: readonly Source[]): void {
    for (const source of ['microphone', 'camera', 'screen'] as const) {
      if (!allowed.includes(source) && this.getSnapshot()[source].status !== 'off')
        void this.turn(source, false);
    }
  }

  dispose(): void {
    this.disposed = true;
    this.room = null;
    navigator.mediaDevices?.removeEventListener?.('devicechange', this.refreshDevices);
    for (const track of [this.microphone, this.camera, ...this.screen]) stop(track);
    this.microphone = null;
    this.camera = null;
    this.screen = [];
    this.patch({ microphone: OFF, camera: OFF, screen: OFF, microphoneTrack: null, cameraTrack: null });
  }

  private async turnMicrophone(on: boolean): Promise<void> {
    if (!on) {
      this.patch({ microphone: OFF });
      await this.microphone?.mute();
      return;
    }
    if (this.microphone) {
      await this.microphone.unmute();
    } else {
      const track = await createLocalAudioTrack({
        ...wish(this.getSnapshot().chosen.microphoneId),
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
      });
      if (this.disposed) return track.stop();
      this.microphone = track;
      this.watch('microphone', track);
      await this.publish(track);
    }
    this.patch({ microphone: { status: 'on', problem: null } });
    void this.refreshDevices();
  }

  private async turnCamera(on: boolean): Promise<void> {
    if (!on) {
      this.patch({ camera: OFF, cameraTrack: null });
      if (this.room) await this.camera?.mute();
      else this.dropCamera();
      return;
    }
    if (this.camera) {
      await this.camera.unmute();
    } else {
      const track = await createLocalVideoTrack({
        ...wish(this.getSnapshot().chosen.cameraId),
        resolution: VideoPresets.h720.resolution,
      });
      if (this.disposed) return track.stop();
      this.camera = track;
      this.watch('camera', track);
      await this.publish(track);
    }
    this.patch({ camera: { status: 'on', problem: null } });
    void this.refreshDevices();
  }

  private async turnScreen(on: boolean): Promise<void> {
    const before = this.screen;
    this.screen = [];
    for (const track of before) {
      await this.room?.localParticipant.unpublishTrack(track as LocalTrack).catch(() => {});
      stop(track);
    }
    if (!on) return this.patch({ screen: OFF });
    const tracks = (await createLocalScreenTracks({
      audio: true,
      selfBrowserSurface: 'exclude',
    })) as OwnTrack[];
    if (this.disposed) return tracks.forEach(stop);
    this.screen = tracks;
    for (const track of tracks) {
      if (track.kind === Track.Kind.Video) this.watch('screen', track);
      await this.publish(track);
    }
    this.patch({ screen: { status: 'on', problem: null } });
  }

  private async publish(track: OwnTrack): Promise<void> {
    if (this.room?.localParticipant.permissions?.canPublish === false) return;
    await this.room?.localParticipant.publishTrack(track as LocalTrack, { source: track.source });
  }

  /** Follows what happens to a track without our doing: a host mutes it, the device is unplugged, sharing is stopped. */
  private watch(source: Source, track: OwnTrack): void {
    track.on(TrackEvent.Muted, () => {
      if (this.getSnapshot()[source].status !== 'on') return;
      // livekit-client found no other device and gave up.
      if (this.lost.has(source)) return this.patch({ [source]: { status: 'off', problem: 'missing' } });
      this.onMutedByHost(source);
      // A muted screen would stay on the stage as a black picture.
      if (source === 'screen') void this.turn('screen', false);
      else this.patch({ [source]: OFF });
    });
    track.on(TrackEvent.Ended, () => {
      if (source === 'screen') return void this.turn('screen', false);
      this.lost.add(source);
      void this.replaceLost(source);
    });
  }

  /** The device went away: another one takes its place when there is one. In a room livekit-client tries first. */
  private async replaceLost(source: 'microphone' | 'camera'): Promise<void> {
    const track = source === 'microphone' ? this.microphone : this.camera;
    if (!track || this.disposed || track.isMuted) return;
    try {
      if (this.room === null) await track.restartTrack({});
    } catch (error) {
      this.patch({ [source]: { status: 'off', problem: deviceProblem(error) } });
    }
    void this.refreshDevices();
  }

  private dropCamera(): void {
    stop(this.camera);
    this.camera = null;
  }

  private readonly refreshDevices = async (): Promise<void> => {
    const devices = await listDevices();
    if (!this.disposed) this.patch({ devices });
  };

  private patch(change: Partial<LocalMediaSnapshot>): void {
    const next = { ...this.getSnapshot(), ...change };
    this.set({
      ...next,
      microphoneTrack: this.microphone,
      cameraTrack: next.camera.status === 'on' ? this.camera : null,
    });
  }
}

const wish = (id: string | undefined) => (id ? { deviceId: { ideal: id } } : {});

function stop(track: OwnTrack | null): void {
  track?.detach();
  track?.removeAllListeners();
  track?.stop();
}

/** Closing the browser's own screen chooser is an answer, not a fault. */
function problemOf(source: Source, error: unknown): DeviceProblem | null {
  const problem = deviceProblem(error);
  return source === 'screen' && problem === 'denied' ? null : problem;
}
