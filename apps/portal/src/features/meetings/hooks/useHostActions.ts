import { useTranslations } from '@hemicycle/i18n/client';
import type { CallParticipant, Source } from '@hemicycle/media/client';
import { useToast } from '@hemicycle/ui/Toaster';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';

/** What a host does to others; each goes through our API, which decides and keeps the trail. */
export function useHostActions(roomId: string) {
  const t = useTranslations('meeting');
  const toast = useToast();
  const words = useProblemWords();
  const act = async (action: () => Promise<unknown>, done: string) => {
    try {
      await action();
      toast({ message: done });
    } catch (error) {
      toast({ message: words(error).title, tone: 'danger' });
    }
  };
  return {
    mute: ({ identity, name }: CallParticipant, source: Source) =>
      act(
        () =>
          api('POST /rooms/{roomId}/participants/{identity}/mute', {
            params: { roomId, identity },
            body: { source },
          }),
        t(`people.done.${source}`, { name }),
      ),
    remove: ({ identity, name }: CallParticipant) =>
      act(
        () => api('DELETE /rooms/{roomId}/participants/{identity}', { params: { roomId, identity } }),
        t('people.done.removed', { name }),
      ),
  };
}
