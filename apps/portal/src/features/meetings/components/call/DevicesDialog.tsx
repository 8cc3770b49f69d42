'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { LocalMedia } from '@hemicycle/media/client';
import { Dialog } from '@hemicycle/ui/Dialog';
import { useStore } from '../../hooks/useStore';
import { DeviceHint } from '../prejoin/DeviceHint';
import { DeviceRows } from '../prejoin/DeviceRows';
import { MicrophoneMeter } from '../prejoin/MicrophoneMeter';

/** Another microphone, speaker or camera in the middle of a call. */
export function DevicesDialog({
  media,
  onClose,
}: {
  readonly media: LocalMedia;
  readonly onClose: () => void;
}) {
  const t = useTranslations('meeting');
  const state = useStore(media);
  return (
    <Dialog isOpen onOpenChange={(open) => !open && onClose()} title={t('more.devices')} size="m">
      <div className="flex flex-col gap-4">
        <DeviceRows media={media} />
        <MicrophoneMeter state={state} />
        <DeviceHint state={state} onRetry={(source) => void media.turn(source, true)} />
      </div>
    </Dialog>
  );
}
