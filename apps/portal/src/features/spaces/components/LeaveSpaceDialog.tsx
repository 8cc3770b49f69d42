'use client';

import type { Space } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useToast } from '@hemicycle/ui/Toaster';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';
import { ConfirmDialog } from './ConfirmDialog';

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
    <ConfirmDialog
      title={t('title', { name: space.name })}
      body={t('body')}
      confirm={t('confirm')}
      cancel={t('stay')}
      isPending={isSending}
      failure={failure && t('failed', { reason: failure })}
      onClose={() => onOpenChange(false)}
      onConfirm={() => void leave()}
    />
  );
}
