import type { TimelineScope } from '../timeline/timelineTypes';

/** Where this browser keeps a person's unsent words of one conversation or thread. */
export function storageKey(what: 'draft' | 'outgoing', meId: string, scope: TimelineScope): string {
  return `hemicycle.${what}.${meId}.${scope.parentId ?? scope.channelId}`;
}
