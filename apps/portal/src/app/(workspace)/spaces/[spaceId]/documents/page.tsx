import { SpaceDocuments } from '@/features/documents';
import { readSpace } from '@/features/spaces/server/readSpace';
import { Messages } from '@/lib/Messages';

interface SpaceDocumentsPageProps {
  readonly params: Promise<{ spaceId: string }>;
}

export default async function SpaceDocumentsPage({ params }: SpaceDocumentsPageProps) {
  const space = await readSpace((await params).spaceId);
  return (
    <Messages namespaces={['documents']}>
      <SpaceDocuments spaceId={space.id} />
    </Messages>
  );
}
