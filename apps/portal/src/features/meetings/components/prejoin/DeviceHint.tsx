'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { LocalMediaSnapshot } from '@hemicycle/media/client';
import { Button } from '@hemicycle/ui/Button';
import { TriangleAlert } from '@hemicycle/ui/icons';

export interface DeviceHintProps {
  readonly state: LocalMediaSnapshot;
  readonly onRetry: (source: 'microphone' | 'camera') => void;
}

/** What a device lacks, why, and what to do; joining without it is always open. */
export function DeviceHint({ state, onRetry }: DeviceHintProps) {
  const t = useTranslations('meeting');
  const { microphone, camera } = state;
  // One cause for both is said once.
  const sources: readonly ('microphone' | 'camera')[] = ['microphone', 'camera'];
  const both = microphone.problem !== null && microphone.problem === camera.problem;
  const failing = both ? (['microphone'] as const) : sources.filter((source) => state[source].problem);
  if (failing.length === 0) return null;
  return (
    <div role="status" className="flex flex-col gap-2">
      {failing.map((source) => {
        const { problem } = state[source];
        if (!problem) return null;
        const device = both ? 'both' : source;
        return (
          <div key={source} className="flex items-start gap-3 rounded-m bg-amber-soft px-4 py-3 text-amber">
            <TriangleAlert aria-hidden="true" className="mt-0.5" />
            <p className="min-w-0 flex-1 text-sm">
              <strong className="block font-semibold">{t(`devices.${problem}.title`, { device })}</strong>
              {t(`devices.${problem}.text`, { device })}
            </p>
            {problem !== 'unsupported' && (
              <Button
                size="s"
                onPress={() => {
                  onRetry(source);
                  if (both) onRetry('camera');
                }}
              >
                {t('devices.retry')}
              </Button>
            )}
          </div>
        );
      })}
    </div>
  );
}
