'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Dialog } from '@hemicycle/ui/Dialog';

export interface GiveUpDialogProps {
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onConfirm: () => void;
}

/** Asks before an owner lowers their own role: they could not raise it again. Import it lazily. */
export function GiveUpDialog({ onOpenChange, onConfirm }: GiveUpDialogProps) {
  const t = useTranslations('spaces.membersTab.ownLowering');
  const common = useTranslations('common');
  return (
    <Dialog
      isOpen
      onOpenChange={onOpenChange}
      title={t('title')}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>{common('cancel')}</Button>
          <Button variant="danger" onPress={onConfirm}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t('body')}</p>
    </Dialog>
  );
}
