import { useTranslations } from '@hemicycle/i18n/client';
import type { CallParticipant } from '@hemicycle/media/client';
import { useAnnounce } from '@hemicycle/ui/Announcer';
import { useToast } from '@hemicycle/ui/Toaster';
import { useEffect, useState } from 'react';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';
import { deviceId } from '../lib/deviceId';

/** One's own hand: shown at once, true once the server has set it for everyone. */
export function useRaiseHand(roomId: string, me: CallParticipant | undefined) {
  const t = useTranslations('meeting');
  const toast = useToast();
  const announce = useAnnounce();
  const words = useProblemWords();
  const real = me?.hand != null;
  const [wanted, setWanted] = useState<boolean | null>(null);
  useEffect(() => {
    if (wanted === real) setWanted(null);
  }, [wanted, real]);
  const raised = wanted ?? real;
  const toggle = async () => {
    const next = !raised;
    setWanted(next);
    try {
      await api('PUT /rooms/{roomId}/hand', {
        params: { roomId },
        body: { deviceId: deviceId(), raised: next },
      });
      announce(t(next ? 'notice.yourHandUp' : 'notice.yourHandDown'));
    } catch (error) {
      setWanted(null);
      toast({ message: words(error).title, tone: 'danger' });
    }
  };
  return { raised, toggle };
}
