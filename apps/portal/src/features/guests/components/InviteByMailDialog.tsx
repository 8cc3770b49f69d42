'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Dialog } from '@hemicycle/ui/Dialog';
import { InviteByMail, type InviteByMailProps } from './InviteByMail';

/** Inviting from outside, as a question of its own. It stays open: whoever invites one often invites several. */
export function InviteByMailDialog({
  onClose,
  ...invite
}: InviteByMailProps & { readonly onClose: () => void }) {
  const t = useTranslations('sharing.invite');
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('title')} size="m">
      <InviteByMail {...invite} />
    </Dialog>
  );
}
