'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Banner } from '@hemicycle/ui/Banner';
import { IconButton } from '@hemicycle/ui/IconButton';
import { ArrowLeft, Search, X } from '@hemicycle/ui/icons';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { type Palette, usePalette } from '../hooks/usePalette';
import type { PaletteMode } from '../openPalette';
import { PaletteFoot } from './PaletteFoot';
import { PaletteList } from './PaletteList';

export interface SearchPaletteProps {
  readonly initialMode: PaletteMode;
  /** What was typed while this code was fetched. */
  readonly typedAhead: RefObject<string>;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Search and commands, by keyboard all the way. Import it lazily. */
export function SearchPalette({ initialMode, typedAhead, onOpenChange }: SearchPaletteProps) {
  const t = useTranslations('search');
  const listId = useId();
  const palette = usePalette(initialMode, typedAhead, () => onOpenChange(false));
  const { query, groups, active } = palette;
  return (
    <ModalOverlay
      isOpen
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-50 flex items-start justify-center bg-overlay data-[entering]:animate-fade sm:px-4 sm:pt-[max(16px,10vh)]"
    >
      <Modal className="flex max-h-dvh w-full flex-col bg-surface shadow-2 data-[entering]:animate-rise max-sm:h-dvh sm:max-h-[min(640px,76vh)] sm:max-w-[660px] sm:rounded-l forced-line">
        <Dialog aria-label={t('title')} className="flex min-h-0 flex-1 flex-col outline-none">
          <PaletteField palette={palette} listId={listId} onClose={() => onOpenChange(false)} />
          {palette.problem && (
            <Banner tone="danger" urgent>
              {palette.problem}
            </Banner>
          )}
          {groups.length > 0 ? (
            <PaletteList
              id={listId}
              groups={groups}
              query={query}
              activeId={active?.id}
              isBusy={palette.isSearching}
              commandIcon={palette.commandIcon}
              onPoint={palette.point}
              onChoose={palette.choose}
            />
          ) : (
            <Nothing palette={palette} />
          )}
          <PaletteFoot palette={palette} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface PaletteFieldProps {
  readonly palette: Palette;
  readonly listId: string;
  readonly onClose: () => void;
}

function PaletteField({ palette, listId, onClose }: PaletteFieldProps) {
  const t = useTranslations('search');
  const common = useTranslations('common');
  const { mode, query, active, groups } = palette;
  const words = mode === 'all' ? t('placeholder') : t(`pickSpace.${mode}`);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Keys that an input method uses to choose a character are its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') palette.move(1);
    else if (event.key === 'ArrowUp') palette.move(-1);
    else if (event.key === 'Enter') active && palette.choose(active, event.ctrlKey || event.metaKey);
    else if (event.key === 'Backspace' && query === '' && mode !== 'all') palette.setMode('all');
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex min-h-14 shrink-0 items-center gap-2 border-b border-line pr-2.5 pl-4">
      {mode === 'all' ? (
        <Search className="text-ink-3" />
      ) : (
        <IconButton
          label={t('back')}
          size="s"
          className="-ml-2"
          icon={<ArrowLeft />}
          onPress={() => palette.setMode('all')}
        />
      )}
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog is this field; it was asked for by a key
        autoFocus
        key={mode}
        type="text"
        role="combobox"
        aria-expanded={groups.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-label={words}
        {...(active && { 'aria-activedescendant': `${listId}-${active.id}` })}
        placeholder={words}
        value={query}
        onChange={(event) => palette.setQuery(event.target.value)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        className="min-w-0 flex-1 bg-transparent py-3 text-md text-ink outline-none"
      />
      <IconButton label={common('close')} size="s" icon={<X />} onPress={onClose} />
    </div>
  );
}

function Nothing({ palette }: { readonly palette: Palette }) {
  const t = useTranslations('search');
  return (
    <div className="flex flex-col gap-1 px-6 py-8 text-center">
      {palette.isSearching ? (
        <p className="text-ink-3">{t('searching')}</p>
      ) : (
        <>
          <p className="font-medium">{t('none', { query: palette.query.trim() })}</p>
          <p className="text-sm text-ink-3">{t('noneHint')}</p>
        </>
      )}
    </div>
  );
}
