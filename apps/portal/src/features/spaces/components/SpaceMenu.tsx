'use client';

import type { Space } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Ellipsis, LogOut, Pencil } from '@hemicycle/ui/icons';
import { MenuButton, type MenuEntry } from '@hemicycle/ui/MenuButton';
import { lazy, Suspense, useState } from 'react';

const EditSpaceDialog = lazy(() =>
  import('./EditSpaceDialog').then((module) => ({ default: module.EditSpaceDialog })),
);
const LeaveSpaceDialog = lazy(() =>
  import('./LeaveSpaceDialog').then((module) => ({ default: module.LeaveSpaceDialog })),
);

/** What else can be done with a space, as far as this person may. */
export function SpaceMenu({ space, meId }: { readonly space: Space; readonly meId: string }) {
  const t = useTranslations('spaces.space');
  const [open, setOpen] = useState<'edit' | 'leave' | null>(null);
  const items: MenuEntry[] = [];
  if (space.abilities.update) {
    items.push({ id: 'edit', label: t('edit'), icon: <Pencil />, onAction: () => setOpen('edit') });
  }
  if (space.abilities.leave) {
    if (items.length > 0) items.push('separator');
    items.push({ id: 'leave', label: t('leave'), icon: <LogOut />, onAction: () => setOpen('leave') });
  }
  if (items.length === 0) return null;
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
        {open === 'leave' && <LeaveSpaceDialog space={space} meId={meId} onOpenChange={onOpenChange} />}
      </Suspense>
    </>
  );
}
