import { Skeleton } from '@hemicycle/ui/Skeleton';

/** Rows of the tree while it is fetched. */
export function TreeSkeleton({ label }: { readonly label: string }) {
  return (
    <div
      aria-busy="true"
      className="flex flex-col gap-px overflow-hidden rounded-l border border-line bg-surface"
    >
      <span role="status" className="sr-only">
        {label}
      </span>
      {['w-2/5', 'w-1/3', 'w-1/2', 'w-1/4'].map((width) => (
        <div key={width} className="flex h-11 items-center gap-3 px-4">
          <Skeleton className="size-5" />
          <Skeleton className={`h-4 ${width}`} />
        </div>
      ))}
    </div>
  );
}
