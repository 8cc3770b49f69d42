'use client';

import type { VideoTrack } from '@hemicycle/media/client';
import { cx } from '@hemicycle/ui/lib/cx';
import { useEffect, useRef } from 'react';

export interface VideoPictureProps {
  readonly track: VideoTrack;
  /** As in a mirror: for one's own camera only. */
  readonly mirrored?: boolean;
  /** The whole picture, for screens; otherwise it fills its frame. */
  readonly whole?: boolean;
}

/** A live picture. Its element tells livekit how large it is drawn, so that no larger picture is fetched. */
export function VideoPicture({ track, mirrored = false, whole = false }: VideoPictureProps) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    track.attach(video);
    return () => void track.detach(video);
  }, [track]);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: without controls it takes no focus; the tile names the person
    <video
      ref={element}
      muted
      playsInline
      autoPlay
      aria-hidden="true"
      className={cx(
        'absolute inset-0 size-full',
        whole ? 'object-contain' : 'object-cover',
        mirrored && '-scale-x-100',
      )}
    />
  );
}
