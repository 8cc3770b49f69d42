import { Skeleton } from '@hemicycle/ui/Skeleton';

/** The shape of a page while it is fetched. */
export function DocumentSkeleton({ label }: { readonly label: string }) {
  return (
    <div aria-busy="true" className="flex min-h-0 flex-1 flex-col">
      <span role="status" className="sr-only">
        {label}
      </span>
      <div className="flex h-[52px] shrink-0 items-center gap-2 border-b border-line bg-surface px-5">
        <Skeleton className="h-6 w-24" />
        <Skeleton className="h-6 w-64" />
      </div>
      <div className="flex-1 overflow-hidden px-5 sm:py-7">
        <DocumentSkeletonPage />
      </div>
    </div>
  );
}

/** The page alone. */
export function DocumentSkeletonPage() {
  return (
    <div className="mx-auto flex w-full max-w-[740px] flex-col gap-4 py-8 sm:rounded-m sm:border sm:border-line sm:bg-surface sm:px-[72px] sm:py-14">
      <Skeleton className="mb-3 h-9 w-2/3" />
      {['w-full', 'w-11/12', 'w-full', 'w-3/4', 'w-full', 'w-5/6', 'w-full', 'w-2/5'].map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change
        <Skeleton key={index} className={`h-4 ${width}`} />
      ))}
    </div>
  );
}
