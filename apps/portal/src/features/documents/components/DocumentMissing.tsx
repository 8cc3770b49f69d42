'use client';

import { usePathname } from 'next/navigation';
import { useMe } from '@/features/shell';
import { AskForDocument } from './AskForDocument';
import { DocumentUnavailable } from './DocumentUnavailable';

/** There is no such document, or it is not for this person: which of the two is not told. */
export function DocumentMissing() {
  const me = useMe();
  const documentId = usePathname().split('/').at(-1) ?? '';
  return (
    <DocumentUnavailable
      reason="missing"
      copyOf={{ accountId: me.id, documentId }}
      below={<AskForDocument reason="missing" documentId={documentId} />}
    />
  );
}
