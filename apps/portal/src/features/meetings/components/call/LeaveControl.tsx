'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { DoorOpen, PhoneOff } from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import { MenuButton } from '@hemicycle/ui/MenuButton';
import { useToast } from '@hemicycle/ui/Toaster';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';
import { ControlButton, controlClass, controlLooks } from './ControlButton';
import { useCall } from './callContext';

/** Leaves; a host is asked whether alone or with everyone. */
export function LeaveControl() {
  const t = useTranslations('meeting');
  const { call, room } = useCall();
  const toast = useToast();
  const words = useProblemWords();
  if (!room.abilities.host) {
    return (
      <ControlButton
        look="leave"
        icon={<PhoneOff />}
        word={t('controls.leave')}
        label={t('controls.leave')}
        onPress={() => call.leave()}
      />
    );
  }
  const end = async () => {
    try {
      await api('POST /rooms/{roomId}/end', { params: { roomId: room.id } });
    } catch (error) {
      toast({ message: words(error).title, tone: 'danger' });
    }
  };
  return (
    <MenuButton
      label={t('controls.leave')}
      placement="top end"
      className={cx(controlClass, controlLooks.leave, 'md:w-[76px]')}
      items={[
        { id: 'leave', label: t('controls.leaveAlone'), icon: <DoorOpen />, onAction: () => call.leave() },
        {
          id: 'end',
          label: t('controls.endForAll'),
          icon: <PhoneOff />,
          tone: 'danger',
          onAction: () => void end(),
        },
      ]}
    >
      <PhoneOff />
      <span aria-hidden="true" className="hidden md:block">
        {t('controls.leave')}
      </span>
    </MenuButton>
  );
}
