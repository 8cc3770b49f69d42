import { Id } from '@hemicycle/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RoomPage } from '@/features/meetings';
import { optionalDocument } from '@/features/meetings/optionalDocument';
import { Messages } from '@/lib/Messages';
import { serverApi } from '@/lib/serverApi';

interface PageProps {
  readonly params: Promise<{ readonly roomId: string }>;
  readonly searchParams: Promise<{ readonly document?: string | string[] }>;
}

async function readRoom(params: PageProps['params']) {
  const { roomId } = await params;
  if (!Id.safeParse(roomId).success) notFound();
  return serverApi('GET /rooms/{roomId}', { params: { roomId } });
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await readRoom(params)).name };
}

export default async function RoomRoute({ params, searchParams }: PageProps) {
  const room = await readRoom(params);
  const { document } = await searchParams;
  return (
    <Messages namespaces={['meeting', 'documents', 'conversation']}>
      <RoomPage room={room} document={await optionalDocument(document, room.spaceId)} />
    </Messages>
  );
}
