'use client';

import type { Arrangement } from '@hemicycle/media/client';
import type { ReactNode } from 'react';
import { GridStage } from './GridStage';
import { ScreenStage, SpeakerStage } from './SpeakerStage';
import { Strip } from './Strip';

/** The people, and what they look at. */
export function Stage({
  arrangement,
  document,
}: {
  readonly arrangement: Arrangement;
  readonly document: ReactNode;
}) {
  if (arrangement.kind === 'grid') return <GridStage tiles={arrangement.tiles} />;
  return (
    <>
      <Strip people={arrangement.strip} />
      {arrangement.kind === 'document' && document}
      {arrangement.kind === 'screen' && <ScreenStage participant={arrangement.stage} />}
      {arrangement.kind === 'speaker' && <SpeakerStage participant={arrangement.stage} />}
    </>
  );
}
