'use client';

import dynamic from 'next/dynamic';
import { PreJoinSkeleton } from './prejoin/PreJoinSkeleton';
import type { RoomViewProps } from './RoomView';

/** The media code is for this page alone and for browsers alone: it is fetched once the page shows its shape. */
const RoomView = dynamic(() => import('./RoomView').then((module) => module.RoomView), {
  ssr: false,
  loading: () => <PreJoinSkeleton />,
});

export function RoomPage(props: RoomViewProps) {
  return <RoomView {...props} />;
}
