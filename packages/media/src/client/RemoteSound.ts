import type { RemoteTrack } from 'livekit-client';

/** Plays what others say: audio elements outside React, so that no redraw interrupts a voice. */
export class RemoteSound {
  private readonly elements = new Map<RemoteTrack, HTMLMediaElement>();

  add(track: RemoteTrack): void {
    if (track.kind !== 'audio' || this.elements.has(track)) return;
    const element = track.attach();
    element.hidden = true;
    document.body.append(element);
    this.elements.set(track, element);
  }

  remove(track: RemoteTrack): void {
    for (const element of track.detach()) element.remove();
    this.elements.get(track)?.remove();
    this.elements.delete(track);
  }

  clear(): void {
    for (const track of [...this.elements.keys()]) this.remove(track);
  }
}
