import { Card } from '@hemicycle/ui/Card';
import { Skeleton } from '@hemicycle/ui/Skeleton';

/** Home's own shape while it is read. */
export function HomeSkeleton({ label }: { readonly label: string }) {
  return (
    <div
      role="status"
      aria-label={label}
      className="mx-auto flex w-full max-w-[1400px] flex-col gap-7 px-4 py-6 sm:px-6 lg:px-10 lg:py-8"
    >
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-8 w-72 max-w-full" />
        <Skeleton className="h-5 w-96 max-w-full" />
      </div>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,2.09fr)_minmax(300px,1fr)] lg:gap-x-9">
        <div className="flex flex-col gap-8">
          <Card className="h-[132px]">{null}</Card>
          <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
            <PageShape />
            <PageShape />
            <PageShape />
          </div>
        </div>
        <div className="flex flex-col gap-8">
          <Rows count={3} />
          <Rows count={4} />
        </div>
      </div>
    </div>
  );
}

function PageShape() {
  return (
    <div className="flex flex-col gap-2.5">
      <Card className="flex h-32 flex-col gap-2.5 p-5">
        <Skeleton className="h-2.5 w-1/2" />
        <Skeleton className="h-1.5 w-3/4" />
        <Skeleton className="h-1.5 w-full" />
        <Skeleton className="h-1.5 w-2/3" />
      </Card>
      <Skeleton className="h-4 w-2/3" />
    </div>
  );
}

function Rows({ count }: { readonly count: number }) {
  return (
    <Card className="flex flex-col divide-y divide-line">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes without identity
        <div key={index} className="flex items-center gap-3 px-4 py-3">
          <Skeleton className="size-6" />
          <Skeleton className="h-4 w-1/2" />
        </div>
      ))}
    </Card>
  );
}
