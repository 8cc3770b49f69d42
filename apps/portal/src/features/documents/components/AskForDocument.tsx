'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense } from 'react';
import type { Unavailable } from '../lib/unavailable';

const AskCard = lazy(() =>
  import('@/features/sharing/AskCard').then((module) => ({ default: module.AskCard })),
);

/** Somebody else may open it to the reader. */
const MAY_ASK: readonly Unavailable[] = ['missing', 'lost'];

export interface AskForDocumentProps {
  readonly documentId: string;
  readonly reason: Unavailable;
  readonly onOpened?: () => void;
}

/** A way to ask for a document that is not open to the reader; opens it once it is. */
export function AskForDocument({ documentId, reason, onOpened }: AskForDocumentProps) {
  const router = useRouter();
  if (!MAY_ASK.includes(reason)) return null;
  return (
    <Suspense>
      <div className="mx-auto mb-12 w-full max-w-[440px] px-4">
        <AskCard
          resource={{ resourceType: 'document', resourceId: documentId }}
          onOpened={() => {
            onOpened?.();
            router.refresh();
          }}
        />
      </div>
    </Suspense>
  );
}
