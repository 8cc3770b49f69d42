import { ConversationPanel } from '@/features/conversation';
import { readSpace } from '@/features/spaces/server/readSpace';
import { Messages } from '@/lib/Messages';

interface SpacePageProps {
  readonly params: Promise<{ spaceId: string }>;
}

/** A space opens on its conversation. */
export default async function SpacePage({ params }: SpacePageProps) {
  const space = await readSpace((await params).spaceId);
  return (
    <Messages namespaces={['conversation']}>
      <ConversationPanel channelId={space.channelId} />
    </Messages>
  );
}
