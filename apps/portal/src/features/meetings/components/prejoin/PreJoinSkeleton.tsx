import { Skeleton } from '@hemicycle/ui/Skeleton';

/** The shape of the page before its code is here. */
export function PreJoinSkeleton() {
  return (
    <div className="flex min-h-full flex-col items-center justify-center gap-8 bg-bg p-4 md:flex-row md:gap-14">
      <div className="aspect-[1.69] w-full max-w-[640px] rounded-l bg-stage" />
      <div className="flex w-full max-w-[400px] flex-col gap-4">
        <Skeleton className="h-5 w-28" />
        <Skeleton className="h-9 w-64" />
        <Skeleton className="h-8 w-40" />
        <Skeleton className="h-32 w-full" />
        <Skeleton className="h-11 w-full" />
      </div>
    </div>
  );
}
