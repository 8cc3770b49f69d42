import { Skeleton } from '@hemicycle/ui/Skeleton';

/** The shape of the list. */
export function MeetingsSkeleton({ label }: { readonly label: string }) {
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label={label}
      className="mx-auto flex w-full max-w-[860px] flex-col gap-4 px-5 py-8"
    >
      <Skeleton className="h-5 w-32" />
      {[0, 1, 2, 3].map((place) => (
        <div key={place} className="flex items-center gap-4 rounded-m border border-line bg-surface p-4">
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-4 w-48" />
            <Skeleton className="h-3 w-64" />
          </div>
          <Skeleton className="h-7 w-20" />
        </div>
      ))}
    </div>
  );
}
