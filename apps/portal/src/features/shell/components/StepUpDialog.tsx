'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Dialog } from '@hemicycle/ui/Dialog';
import { stepUpPath } from '@/lib/session/stepUp';

export interface StepUpDialogProps {
  readonly onClose: () => void;
}

/** Leads to the identity service and back to this page. Import it lazily. */
export function StepUpDialog({ onClose }: StepUpDialogProps) {
  const t = useTranslations('shell.stepUp');
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title')}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => location.assign(stepUpPath(location.pathname + location.search))}
          >
            {t('go')}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t('text')}</p>
    </Dialog>
  );
}
