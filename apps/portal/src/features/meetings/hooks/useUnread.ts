import { useEffect, useState } from 'react';
import { useMe } from '@/features/shell';
import { useEvents } from '@/lib/events/useEvents';

/** Messages others wrote in the meeting's channel while its panel was closed. */
export function useUnread(channelId: string, isOpen: boolean): number {
  const me = useMe();
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (isOpen) setCount(0);
  }, [isOpen]);
  useEvents(['message.posted'], (event) => {
    if (event.channelId === channelId && event.authorId !== me.id && !isOpen) setCount((now) => now + 1);
  });
  return count;
}
