import type { Room } from '@hemicycle/contracts';
import { useEvents } from '@/lib/events/useEvents';
import { useApiQuery } from '@/lib/useApiQuery';

/** The room, who is inside and what the caller may do in it, kept true by events. */
export function useRoom(initial: Room): Room {
  const input = { params: { roomId: initial.id } };
  const { data = initial, refetch } = useApiQuery('GET /rooms/{roomId}', input, { initialData: initial });
  useEvents(['meeting.changed', 'members.changed', 'space.changed'], (event) => {
    if (event.spaceId === initial.spaceId) void refetch();
  });
  return data;
}
