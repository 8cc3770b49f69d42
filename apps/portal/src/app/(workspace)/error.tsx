'use client';

import { FailedPage } from '@/features/shell/components/FailedPage';

export default function WorkspaceError(props: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center">
      <FailedPage {...props} />
    </div>
  );
}
