'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { useAnnounce } from '@hemicycle/ui/Announcer';
import { Cloud, CloudAlert, CloudCheck, CloudOff, Eye, HardDrive } from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import { type ReactNode, useEffect, useRef } from 'react';
import type { LineState } from '../lib/lineState';
import type { ShownStatus } from '../lib/shownStatus';
import { ByHttp } from './ByHttp';

const icons: Readonly<Record<ShownStatus, ReactNode>> = {
  connecting: <Cloud className="size-4" />,
  saved: <CloudCheck className="size-4" />,
  saving: <Cloud className="size-4" />,
  offline: <CloudOff className="size-4" />,
  kept: <HardDrive className="size-4" />,
  keeping: <HardDrive className="size-4" />,
  unsaved: <CloudAlert className="size-4" />,
  readonly: <Eye className="size-4" />,
  closed: <CloudOff className="size-4" />,
};

/** Told to a screen reader at once; that something is saved again, only after it was not. */
const URGENT: readonly ShownStatus[] = ['unsaved', 'offline', 'closed', 'kept'];
/** Between two keystrokes: never told. */
const PASSING: readonly ShownStatus[] = ['saving', 'connecting', 'keeping'];
/** Against telling each keystroke. Milliseconds. */
const REST = 1_000;

/** Whether what was written is stored, in one word and a sentence on hover; and whether it takes the slower way. */
export function SaveState({ status, transport }: LineState) {
  const t = useTranslations('documents.status');
  const announce = useAnnounce();
  const told = useRef<ShownStatus>('saved');
  useEffect(() => {
    if (PASSING.includes(status)) return;
    const timer = setTimeout(() => {
      if (told.current === status) return;
      const urgent = URGENT.includes(status);
      if (urgent || URGENT.includes(told.current) || status === 'readonly')
        announce(t(`${status}.long`), urgent);
      told.current = status;
    }, REST);
    return () => clearTimeout(timer);
  }, [status, announce, t]);
  const warning = status === 'keeping' || URGENT.includes(status);
  const connected = status === 'saved' || status === 'saving' || status === 'readonly';
  return (
    <>
      <span
        title={t(`${status}.long`)}
        data-status={status}
        className={cx(
          'inline-flex shrink-0 items-center gap-1.5 text-sm font-normal',
          warning ? 'text-amber' : 'text-ink-3',
        )}
      >
        {icons[status]}
        <span className={cx(!warning && 'max-sm:sr-only')}>{t(`${status}.short`)}</span>
      </span>
      {transport === 'http' && connected && <ByHttp />}
    </>
  );
}
