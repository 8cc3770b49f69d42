'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Dialog } from '@hemicycle/ui/Dialog';

export interface EndSharingDialogProps {
  readonly name: string;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onConfirm: () => void;
}

/** Asks before everybody of another organisation loses a space. Import it lazily. */
export function EndSharingDialog({ name, onOpenChange, onConfirm }: EndSharingDialogProps) {
  const t = useTranslations('spaces.sharedWith.ending');
  const common = useTranslations('common');
  return (
    <Dialog
      isOpen
      onOpenChange={onOpenChange}
      title={t('title', { name })}
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
