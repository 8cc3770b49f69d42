import { Card } from '@hemicycle/ui/Card';
import { cx } from '@hemicycle/ui/lib/cx';
import { Skeleton } from '@hemicycle/ui/Skeleton';

export interface RowsSkeletonProps {
  /** That something loads, for screen readers. */
  readonly label: string;
  readonly rows: number;
  /** Round: people. Square: spaces. */
  readonly shape: 'round' | 'square';
}

/** The shape of a page with a title and a list, while it is read. */
export function RowsSkeleton({ label, rows, shape }: RowsSkeletonProps) {
  return (
    <div
      role="status"
      aria-label={label}
      className="mx-auto flex w-full max-w-[960px] flex-col gap-6 px-4 py-6 sm:px-6 lg:py-8"
    >
      <Skeleton className="h-8 w-44" />
      <Card className="flex flex-col divide-y divide-line">
        {Array.from({ length: rows }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes without identity
          <div key={index} className="flex items-center gap-3.5 px-5 py-3.5">
            <Skeleton className={cx('size-9', shape === 'round' && 'rounded-full')} />
            <div className="flex flex-1 flex-col gap-2">
              <Skeleton className="h-4 w-2/5" />
              <Skeleton className="h-3 w-3/5" />
            </div>
          </div>
        ))}
      </Card>
    </div>
  );
}
