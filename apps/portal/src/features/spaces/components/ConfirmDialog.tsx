'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Banner } from '@hemicycle/ui/Banner';
import { Button } from '@hemicycle/ui/Button';
import { Dialog } from '@hemicycle/ui/Dialog';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What it will do, which cannot be taken back as easily. */
  readonly body: string;
  readonly confirm: string;
  /** Left out: "Cancel". */
  readonly cancel?: string;
  readonly isPending?: boolean;
  /** Why it was not done. */
  readonly failure?: string | undefined;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Asks before something is given up. Import it lazily. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, body, confirm, cancel, isPending = false, failure, onClose, onConfirm } = props;
  const common = useTranslations('common');
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      footer={
        <>
          <Button onPress={onClose}>{cancel ?? common('cancel')}</Button>
          <Button variant="danger" isPending={isPending} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{body}</p>
      {failure && (
        <div className="mt-4 overflow-hidden rounded-m">
          <Banner tone="danger" urgent>
            {failure}
          </Banner>
        </div>
      )}
    </Dialog>
  );
}
