'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { Button } from './Button';
import { IconButton } from './IconButton';
import { CircleAlert, X } from './icons';

export interface Toast {
  readonly message: string;
  /** Takes the action back. The toast stays longer then. */
  readonly onUndo?: () => void;
  readonly tone?: 'neutral' | 'danger';
}
type Show = (toast: Toast) => void;

interface Shown extends Toast {
  readonly id: number;
}

/** More than three at once is noise: the oldest goes. */
const most = 3;
const plainMs = 5_000;
const undoMs = 10_000;

const ToastContext = createContext<Show>(() => {});

/** Shows a short message at the foot of the view: what was done, with undo where it can be taken back. */
export function useToast(): Show {
  return useContext(ToastContext);
}

/** Holds the queue of toasts. One near the root of the page. */
export function Toaster({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const nextId = useRef(1);
  const show = useCallback<Show>((toast) => {
    setToasts((shown) => [...shown, { ...toast, id: nextId.current++ }].slice(-most));
  }, []);
  const drop = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        aria-live="polite"
        aria-relevant="additions"
        className="pointer-events-none fixed inset-x-0 bottom-[var(--toast-bottom,calc(var(--tabbar)+12px))] z-60 flex flex-col items-center gap-2 px-4 md:bottom-[var(--toast-bottom,24px)]"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onDone={drop} />
        ))}
      </div>
    </ToastContext>
  );
}

function ToastCard({ toast, onDone }: { readonly toast: Shown; readonly onDone: (id: number) => void }) {
  const t = useTranslations('common');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    // Time stands still while someone reads it with the pointer or focus on it (WCAG 2.2.1).
    if (held) return;
    const timer = setTimeout(() => onDone(toast.id), toast.onUndo ? undoMs : plainMs);
    return () => clearTimeout(timer);
  }, [held, toast, onDone]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens only to hold the timer
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      data-toast=""
      className="pointer-events-auto flex min-h-11 max-w-[min(560px,100%)] animate-rise items-center gap-2 rounded-m border border-line-strong bg-surface py-1 pr-1.5 pl-4 font-medium shadow-2"
    >
      {toast.tone === 'danger' && <CircleAlert className="text-danger" />}
      <span className="min-w-0 flex-1 py-1.5">{toast.message}</span>
      {toast.onUndo && (
        <Button
          size="s"
          variant="quiet"
          className="text-primary-ink"
          onPress={() => {
            toast.onUndo?.();
            onDone(toast.id);
          }}
        >
          {t('undo')}
        </Button>
      )}
      <IconButton size="s" label={t('dismiss')} icon={<X />} onPress={() => onDone(toast.id)} />
    </div>
  );
}
