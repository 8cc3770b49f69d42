import { SpaceMeetings } from '@/features/meetings';
import { readSpace } from '@/features/spaces/server/readSpace';
import { Messages } from '@/lib/Messages';

interface SpaceMeetingsPageProps {
  readonly params: Promise<{ spaceId: string }>;
}

export default async function SpaceMeetingsPage({ params }: SpaceMeetingsPageProps) {
  const space = await readSpace((await params).spaceId);
  return (
    <Messages namespaces={['meeting']}>
      <SpaceMeetings spaceId={space.id} roomId={space.roomId} />
    </Messages>
  );
}
