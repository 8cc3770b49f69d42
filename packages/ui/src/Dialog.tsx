'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from './IconButton';
import { X } from './icons';
import { cx } from './lib/cx';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  /** Buttons, the one to act last. */
  readonly footer?: ReactNode;
  readonly size?: 's' | 'm' | 'l';
  /** For what must be answered: no close button, no closing by a press outside. */
  readonly role?: 'dialog' | 'alertdialog';
}

const sizes = { s: 'sm:max-w-[420px]', m: 'sm:max-w-[560px]', l: 'sm:max-w-[760px]' } as const;

/**
 * A question that stops the view behind it. On a narrow screen it rises from the bottom. Import it lazily
 * (`React.lazy`) from code that the first load carries: it weighs about 25 kB.
 */
export function Dialog(props: DialogProps) {
  const { isOpen, onOpenChange, title, description, children, footer, size = 's', role = 'dialog' } = props;
  const t = useTranslations('common');
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === 'dialog'}
      className="fixed inset-0 z-50 flex items-end justify-center bg-overlay data-[entering]:animate-fade sm:items-center sm:p-6"
    >
      <Modal
        className={cx(
          'flex max-h-[min(92dvh,820px)] w-full flex-col rounded-t-l bg-surface shadow-2 data-[entering]:animate-rise sm:rounded-l forced-line',
          sizes[size],
        )}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-col outline-none">
          <header className="flex items-start gap-4 px-6 pt-5 pb-3">
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <Heading slot="title" className="text-lg font-semibold">
                {title}
              </Heading>
              {description && <p className="text-ink-2">{description}</p>}
            </div>
            {role === 'dialog' && (
              <IconButton
                label={t('close')}
                icon={<X />}
                size="s"
                className="-mr-2"
                onPress={() => onOpenChange(false)}
              />
            )}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-1 pb-5">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-6 py-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
              {footer}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
