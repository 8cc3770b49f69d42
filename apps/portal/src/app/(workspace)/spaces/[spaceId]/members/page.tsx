import { MembersPanel } from '@/features/spaces/components/MembersPanel';
import { readSpace } from '@/features/spaces/server/readSpace';
import { serverApi } from '@/lib/serverApi';

interface MembersPageProps {
  readonly params: Promise<{ spaceId: string }>;
}

export default async function MembersPage({ params }: MembersPageProps) {
  const space = await readSpace((await params).spaceId);
  const initial = await serverApi('GET /spaces/{spaceId}/members', { params: { spaceId: space.id } });
  return <MembersPanel initial={initial} />;
}
