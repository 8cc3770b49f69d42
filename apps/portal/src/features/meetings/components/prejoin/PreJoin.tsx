'use client';

import type { Room } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import type { LocalMedia } from '@hemicycle/media/client';
import { Button } from '@hemicycle/ui/Button';
import { FileText } from '@hemicycle/ui/icons';
import { Logo } from '@hemicycle/ui/Logo';
import Link from 'next/link';
import { useMe } from '@/features/shell';
import { saveDevicePreferences } from '@/lib/devicePreferences';
import { useCallShortcuts } from '../../hooks/useCallShortcuts';
import { useStore } from '../../hooks/useStore';
import { DeviceRows } from './DeviceRows';
import { Preview } from './Preview';
import { WhoIsInside } from './WhoIsInside';

export interface PreJoinProps {
  readonly room: Room;
  readonly media: LocalMedia;
  readonly document: { readonly title: string } | null;
  readonly isJoining: boolean;
  readonly onJoin: () => void;
}

/** Do I look and sound right, who is in there, under what name do I go in. */
export function PreJoin({ room, media, document, isJoining, onJoin }: PreJoinProps) {
  const t = useTranslations('meeting');
  const common = useTranslations('common');
  const me = useMe();
  const state = useStore(media);
  const toggle = (source: 'microphone' | 'camera') => {
    const on = state[source].status === 'off';
    void media.turn(source, on);
    saveDevicePreferences(source === 'microphone' ? { microphoneOn: on } : { cameraOn: on });
  };
  useCallShortcuts({ microphone: () => toggle('microphone'), camera: () => toggle('camera') });
  return (
    <div className="h-full overflow-y-auto bg-bg">
      <div className="mx-auto flex min-h-full w-full max-w-[1140px] flex-col justify-center gap-6 px-4 py-6 md:px-8 lg:flex-row lg:items-start lg:gap-14 lg:pt-[max(24px,calc(50vh-220px))]">
        <Preview media={media} onToggle={toggle} />
        <section className="flex w-full flex-col lg:w-[400px] lg:shrink-0">
          <Link
            href="/"
            className="mb-4 inline-flex items-center gap-2.5 self-start rounded-s font-semibold text-primary-ink no-underline"
          >
            <Logo className="w-[26px]" />
            {common('product')}
          </Link>
          <h1 className="text-title font-bold">{room.name}</h1>
          <WhoIsInside room={room} />
          {document && (
            <p className="mt-4 flex items-center gap-2 rounded-m bg-primary-soft px-3 py-2 text-sm font-medium text-primary-ink">
              <FileText aria-hidden="true" />
              <span className="min-w-0 truncate">{t('prejoin.document', { title: document.title })}</span>
            </p>
          )}
          <DeviceRows media={media} />
          <Button variant="primary" size="l" isPending={isJoining} onPress={onJoin} className="mt-6">
            {isJoining
              ? t('prejoin.joining')
              : room.call?.participantCount
                ? t('prejoin.join')
                : t('prejoin.start')}
          </Button>
          <p className="mt-4 text-center text-sm text-ink-3">
            {t.rich(me.guest ? 'prejoin.asGuest' : 'prejoin.as', {
              name: me.name,
              organisation: me.organisation.name,
              b: (chunks) => <strong className="font-semibold text-ink-2">{chunks}</strong>,
            })}
          </p>
        </section>
      </div>
    </div>
  );
}
