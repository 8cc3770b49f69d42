'use client';

import type { Space } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Banner } from '@hemicycle/ui/Banner';
import { Button } from '@hemicycle/ui/Button';
import { Dialog } from '@hemicycle/ui/Dialog';
import { useToast } from '@hemicycle/ui/Toaster';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';

export interface LeaveSpaceDialogProps {
  readonly space: Space;
  readonly meId: string;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/**
 * Asks before leaving: whoever left cannot take it back, since adding members is for owners. Import it lazily.
 */
export function LeaveSpaceDialog({ space, meId, onOpenChange }: LeaveSpaceDialogProps) {
  const t = useTranslations('spaces.leave');
  const words = useProblemWords();
  const toast = useToast();
  const router = useRouter();
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();

  const leave = async () => {
    setSending(true);
    setFailure(undefined);
    try {
      const params = { spaceId: space.id, userId: meId };
      await api('DELETE /spaces/{spaceId}/members/{userId}', { params });
      toast({ message: t('left', { name: space.name }) });
      router.push('/spaces');
    } catch (error) {
      setFailure(words(error).text);
      setSending(false);
    }
  };

  return (
    <Dialog
      isOpen
      onOpenChange={onOpenChange}
      title={t('title', { name: space.name })}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>{t('stay')}</Button>
          <Button variant="danger" isPending={isSending} onPress={() => void leave()}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t('body')}</p>
      {failure && (
        <div className="mt-4 overflow-hidden rounded-m">
          <Banner tone="danger" urgent>
            {t('failed', { reason: failure })}
          </Banner>
        </div>
      )}
    </Dialog>
  );
}
