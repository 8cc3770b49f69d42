'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { LogOut, Settings } from '@hemicycle/ui/icons';
import { MenuButton } from '@hemicycle/ui/MenuButton';
import { useToast } from '@hemicycle/ui/Toaster';
import { type ComponentProps, useContext, useState } from 'react';
import { EventsContext } from '@/lib/events/eventsContext';
import { signOut, unsavedCopies } from '@/lib/offline/signOut';
import { loadSignOutDialog } from '../loadSignOutDialog';
import { useMe } from './MeProvider';
import type { SignOutDialog } from './SignOutDialog';

export interface AccountMenuProps {
  readonly placement: 'right bottom' | 'bottom end';
  readonly size: 'm' | 'l';
}

interface Asking {
  readonly Dialog: typeof SignOutDialog;
  readonly unsaved: ComponentProps<typeof SignOutDialog>['unsaved'];
}

/** Who is signed in, settings, and the way out. */
export function AccountMenu({ placement, size }: AccountMenuProps) {
  const t = useTranslations('shell');
  const me = useMe();
  const toast = useToast();
  const [leaving, setLeaving] = useState(false);
  const { bus } = useContext(EventsContext);
  const [asking, setAsking] = useState<Asking | null>(null);
  const leave = async () => {
    setAsking(null);
    setLeaving(true);
    const stay = bus?.expectSignOut();
    try {
      await signOut(me.id);
    } catch {
      stay?.();
      setLeaving(false);
      toast({ message: t('signOutFailed'), tone: 'danger' });
    }
  };
  const askToLeave = async () => {
    const unsaved = await unsavedCopies(me.id);
    if (unsaved.length === 0) return leave();
    try {
      setAsking({ Dialog: await loadSignOutDialog(), unsaved });
    } catch {
      toast({ message: t('signOutFailed'), tone: 'danger' });
    }
  };
  return (
    <>
      <MenuButton
        label={t('account', { name: me.name })}
        placement={placement}
        isDisabled={leaving}
        className="inline-flex size-11 items-center justify-center rounded-full hover:bg-hover"
        header={
          <div className="flex flex-col">
            <span className="font-semibold">{me.name}</span>
            <span className="text-sm text-ink-3">{me.organisation.name}</span>
          </div>
        }
        items={[
          ...(me.breakGlass?.own
            ? []
            : [{ id: 'settings', label: t('settings'), icon: <Settings />, href: '/settings' }]),
          { id: 'signOut', label: t('signOut'), icon: <LogOut />, onAction: () => void askToLeave() },
        ]}
      >
        <Avatar name={me.name} hue={me.hue} size={size} />
      </MenuButton>
      {asking && (
        <asking.Dialog unsaved={asking.unsaved} onStay={() => setAsking(null)} onLeave={() => void leave()} />
      )}
    </>
  );
}
