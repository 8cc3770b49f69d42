'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from './IconButton';
import { X } from './icons';

export interface SheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** A panel over the view: from the right on a wide screen, from the bottom on a narrow one. Import it lazily. */
export function Sheet({ isOpen, onOpenChange, title, children }: SheetProps) {
  const t = useTranslations('common');
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-50 flex items-end justify-end bg-overlay data-[entering]:animate-fade md:items-stretch"
    >
      <Modal className="flex max-h-[88dvh] w-full flex-col rounded-t-l bg-surface shadow-2 data-[entering]:animate-rise md:max-h-none md:w-[400px] md:rounded-none forced-line">
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex min-h-bar items-center gap-3 border-b border-line px-5">
            <Heading slot="title" className="min-w-0 flex-1 truncate text-md font-semibold">
              {title}
            </Heading>
            <IconButton label={t('close')} icon={<X />} size="s" onPress={() => onOpenChange(false)} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto pb-[env(safe-area-inset-bottom)]">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
