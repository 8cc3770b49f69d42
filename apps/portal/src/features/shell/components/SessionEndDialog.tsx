'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Dialog } from '@hemicycle/ui/Dialog';
import { useEffect, useState } from 'react';
import type { NearEnd } from '@/lib/session/SessionWatch';
import { stepUpPath } from '@/lib/session/stepUp';

export interface SessionEndDialogProps {
  readonly end: NearEnd;
  readonly onStay: () => void;
  readonly onLater: () => void;
}

/** Asks whether somebody is there, or tells that the session ends whatever is done. Import it lazily. */
export function SessionEndDialog({ end, onStay, onLater }: SessionEndDialogProps) {
  const t = useTranslations('shell.sessionEnds');
  const rest = useRest(end.at);
  const again = () => location.assign(stepUpPath(location.pathname + location.search));
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onOpenChange={end.final ? onLater : onStay}
      title={end.final ? t('finalTitle') : t('title')}
      footer={
        end.final ? (
          <>
            <Button onPress={onLater}>{t('later')}</Button>
            <Button variant="primary" onPress={again}>
              {t('again')}
            </Button>
          </>
        ) : (
          <Button variant="primary" onPress={onStay}>
            {t('stay')}
          </Button>
        )
      }
    >
      <p className="text-ink-2 tabular-nums">{end.final ? t('finalText', { rest }) : t('text', { rest })}</p>
    </Dialog>
  );
}

/** What is left, as minutes and seconds. */
function useRest(at: number): string {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((at - now) / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
