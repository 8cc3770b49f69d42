'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { FileText, MessagesSquare, Plus, Video } from '@hemicycle/ui/icons';
import { MenuButton, type MenuEntry } from '@hemicycle/ui/MenuButton';
import { openPalette } from '@/features/search/openPalette';
import { openCreateSpace } from '@/features/spaces/openCreateSpace';
import { useMe } from './MeProvider';

/** What can be begun from anywhere. A document and a meeting first ask for their space. */
export function NewMenu() {
  const t = useTranslations('shell');
  const me = useMe();
  const newSpace: MenuEntry = {
    id: 'space',
    label: t('newSpace'),
    icon: <MessagesSquare />,
    onAction: openCreateSpace,
  };
  return (
    <MenuButton
      label={t('new')}
      icon={<Plus />}
      className="max-md:gap-0 max-md:border-0 max-md:px-2.5 max-md:[font-size:0]"
      items={[
        {
          id: 'document',
          label: t('newDocument'),
          icon: <FileText />,
          onAction: () => openPalette('document'),
        },
        { id: 'meeting', label: t('startMeeting'), icon: <Video />, onAction: () => openPalette('meeting') },
        ...(me.organisation.abilities.createSpace ? [newSpace] : []),
      ]}
    />
  );
}
