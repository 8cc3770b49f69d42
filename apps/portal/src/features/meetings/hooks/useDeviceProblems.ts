import { useTranslations } from '@hemicycle/i18n/client';
import type { LocalMedia } from '@hemicycle/media/client';
import { useToast } from '@hemicycle/ui/Toaster';
import { useEffect, useRef } from 'react';
import { useStore } from './useStore';

/** Says once when a device fails in the call; those that failed before it were told on the pre-join page. */
export function useDeviceProblems(media: LocalMedia): void {
  const t = useTranslations('meeting');
  const toast = useToast();
  const { microphone, camera, screen } = useStore(media);
  const told = useRef({ microphone: microphone.problem, camera: camera.problem, screen: screen.problem });
  useEffect(() => {
    const now = { microphone: microphone.problem, camera: camera.problem, screen: screen.problem };
    for (const device of ['microphone', 'camera', 'screen'] as const) {
      const problem = now[device];
      if (problem && problem !== told.current[device]) {
        toast({ message: t(`devices.${problem}.title`, { device }), tone: 'danger' });
      }
    }
    told.current = now;
  }, [microphone.problem, camera.problem, screen.problem, t, toast]);
}
