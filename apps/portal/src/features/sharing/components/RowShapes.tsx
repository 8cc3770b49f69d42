import { Skeleton } from '@hemicycle/ui/Skeleton';

/** The shape of a few people while they are read. */
export function RowShapes() {
  return (
    <div className="flex flex-col gap-4 py-2.5">
      {['a', 'b', 'c'].map((key) => (
        <div key={key} className="flex items-center gap-3">
          <Skeleton className="size-9 rounded-full" />
          <div className="flex flex-1 flex-col gap-1.5">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-3 w-3/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
