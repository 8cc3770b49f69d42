import type { Meeting, Page } from '@hemicycle/contracts';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';
import { useEvents } from '@/lib/events/useEvents';
import { apiKey } from '@/lib/useApiQuery';

/** Meetings of one space or of all the caller's, running ones first; more on demand, kept true by events. */
export function useMeetings(spaceId: string | null, initial?: Page<Meeting>) {
  const scope = spaceId ? { spaceId } : {};
  const query = useInfiniteQuery<
    Page<Meeting>,
    ApiProblem,
    InfiniteData<Page<Meeting>, string | null>,
    readonly unknown[],
    string | null
  >({
    queryKey: [...apiKey('GET /meetings', { query: scope }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /meetings', { query: { ...scope, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: null,
    getNextPageParam: (last) => last.nextCursor,
    ...(initial && { initialData: { pages: [initial], pageParams: [null] } }),
  });
  useEvents(['meeting.changed'], (event) => {
    if (spaceId === null || event.spaceId === spaceId) void query.refetch();
  });
  const meetings = query.data?.pages.flatMap((page) => page.items) ?? [];
  return {
    ...query,
    running: meetings.filter((meeting) => meeting.endedAt === null),
    past: meetings.filter((meeting) => meeting.endedAt !== null),
  };
}
