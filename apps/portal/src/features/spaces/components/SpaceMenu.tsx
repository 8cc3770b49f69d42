'use client';

import type { Space } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Ellipsis, LogOut, Pencil, Share2 } from '@hemicycle/ui/icons';
import { MenuButton, type MenuEntry } from '@hemicycle/ui/MenuButton';
import { lazy, Suspense, useState } from 'react';

const EditSpaceDialog = lazy(() =>
  import('./EditSpaceDialog').then((module) => ({ default: module.EditSpaceDialog })),
);
const ShareDialog = lazy(() =>
  import('@/features/sharing/ShareDialog').then((module) => ({ default: module.ShareDialog })),
);
const LeaveSpaceDialog = lazy(() =>
  import('./LeaveSpaceDialog').then((module) => ({ default: module.LeaveSpaceDialog })),
);

/** What else can be done with a space, as far as this person may. */
export function SpaceMenu({ space, meId }: { readonly space: Space; readonly meId: string }) {
  const t = useTranslations('spaces.space');
  const [open, setOpen] = useState<'edit' | 'share' | 'leave' | null>(null);
  const share = useTranslations('sharing')('share');
  const items: MenuEntry[] = [
    { id: 'share', label: share, icon: <Share2 />, onAction: () => setOpen('share') },
  ];
  if (space.abilities.update) {
    items.push({ id: 'edit', label: t('edit'), icon: <Pencil />, onAction: () => setOpen('edit') });
  }
  if (space.abilities.leave) {
    items.push('separator');
    items.push({ id: 'leave', label: t('leave'), icon: <LogOut />, onAction: () => setOpen('leave') });
  }
  const onOpenChange = (isOpen: boolean) => setOpen((now) => (isOpen ? now : null));
  return (
    <>
      <MenuButton
        label={t('options', { name: space.name })}
        icon={<Ellipsis />}
        iconOnly
        variant="quiet"
        items={items}
      />
      <Suspense>
        {open === 'edit' && <EditSpaceDialog space={space} onOpenChange={onOpenChange} />}
        {open === 'share' && (
          <ShareDialog
            resource={{ resourceType: 'space', resourceId: space.id }}
            title={space.name}
            onOpenChange={onOpenChange}
          />
        )}
        {open === 'leave' && <LeaveSpaceDialog space={space} meId={meId} onOpenChange={onOpenChange} />}
      </Suspense>
    </>
  );
}
