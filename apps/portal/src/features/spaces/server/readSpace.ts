import 'server-only';
import { Id, type Space } from '@hemicycle/contracts';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { serverApi } from '@/lib/serverApi';

/** The space a page is about, read once for all its parts. An address that is no id is not found. */
export const readSpace = cache(async (spaceId: string): Promise<Space> => {
  if (!Id.safeParse(spaceId).success) notFound();
  return serverApi('GET /spaces/{spaceId}', { params: { spaceId } });
});
