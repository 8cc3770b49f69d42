'use client';

import { FailedPage } from '@/features/shell/components/FailedPage';

export default function RootError(props: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center">
      <FailedPage {...props} />
    </main>
  );
}
