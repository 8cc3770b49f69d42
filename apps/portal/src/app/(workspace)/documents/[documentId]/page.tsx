import type { Metadata } from 'next';
import { cache } from 'react';
import { DocumentPage } from '@/features/documents';
import { Messages } from '@/lib/Messages';
import { currentMe } from '@/lib/me';
import { serverApi } from '@/lib/serverApi';

interface DocumentRouteProps {
  readonly params: Promise<{ documentId: string }>;
}

/** A document this young that nobody has touched was just created: its name is still to be typed. Milliseconds. */
const JUST_NOW = 60_000;

const readDocument = cache((documentId: string) =>
  serverApi('GET /documents/{documentId}', { params: { documentId } }),
);

export async function generateMetadata({ params }: DocumentRouteProps): Promise<Metadata> {
  return { title: (await readDocument((await params).documentId)).title };
}

export default async function DocumentRoute({ params }: DocumentRouteProps) {
  const { documentId } = await params;
  const [document, me] = await Promise.all([readDocument(documentId), currentMe()]);
  const { createdAt, createdBy, editedAt } = document;
  const isNew =
    createdBy.id === me.id && editedAt === createdAt && Date.now() - Date.parse(createdAt) < JUST_NOW;
  return (
    <Messages namespaces={['documents']}>
      <DocumentPage key={documentId} initial={document} isNew={isNew} />
    </Messages>
  );
}
