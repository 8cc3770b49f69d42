'use client';

import type { Room } from '@hemicycle/contracts';
import { Call } from '@hemicycle/media/client';
import { useEffect, useState } from 'react';
import { api } from '@/lib/api';
import { useLocalMedia } from '../hooks/useLocalMedia';
import { useRoom } from '../hooks/useRoom';
import { useStore } from '../hooks/useStore';
import { deviceId } from '../lib/deviceId';
import { CallView } from './call/CallView';
import { EndedPage } from './EndedPage';
import { PreJoin } from './prejoin/PreJoin';
import { PreJoinSkeleton } from './prejoin/PreJoinSkeleton';

export interface RoomViewProps {
  readonly room: Room;
  /** Opened beside the meeting from the start. */
  readonly document: { readonly id: string; readonly title: string } | null;
}

/** Pre-join, the meeting, its end: one after the other on one address. */
export function RoomView({ room: initial, document }: RoomViewProps) {
  const room = useRoom(initial);
  const [attempt, setAttempt] = useState(0);
  const [call, setCall] = useState<Call | null>(null);
  const media = useLocalMedia(attempt);
  useEffect(() => () => call?.leave(), [call]);
  if (!media) return <PreJoinSkeleton />;
  const join = () => {
    const next = new Call({
      media,
      fetchPass: () =>
        api('POST /rooms/{roomId}/join', {
          params: { roomId: room.id },
          body: { deviceId: deviceId() },
        }),
      checkAccess: async () => {
        await api('GET /rooms/{roomId}', { params: { roomId: room.id } });
      },
    });
    setCall(next);
    void next.start();
  };
  const again = () => {
    setCall(null);
    setAttempt(attempt + 1);
  };
  const preJoin = (joining: boolean) => (
    <PreJoin room={room} media={media} document={document} onJoin={join} isJoining={joining} />
  );
  return call ? (
    <InCall
      key={attempt}
      call={call}
      room={room}
      documentId={document?.id ?? null}
      connecting={preJoin(true)}
      onAgain={again}
    />
  ) : (
    preJoin(false)
  );
}

interface InCallProps {
  readonly call: Call;
  readonly room: Room;
  readonly documentId: string | null;
  readonly connecting: React.ReactNode;
  readonly onAgain: () => void;
}

function InCall({ call, room, documentId, connecting, onAgain }: InCallProps) {
  const { state, end } = useStore(call);
  const [entered, setEntered] = useState(false);
  useEffect(() => {
    if (state === 'connected') setEntered(true);
  }, [state]);
  if (end) return <EndedPage end={end} room={room} onAgain={onAgain} />;
  // Until the first connection stands, the person sees the page they pressed the button on.
  if (!entered) return connecting;
  return <CallView call={call} room={room} documentId={documentId} />;
}
