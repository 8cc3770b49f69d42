'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { SearchField } from '@hemicycle/ui/SearchField';
import { type KeyboardEvent, useRef, useState } from 'react';
import { EMOJI } from '../lib/emoji';
import { foldWords } from '../lib/foldWords';

export interface EmojiGridProps {
  readonly onPick: (char: string) => void;
}

/** Keep in step with `grid-cols-8` below. */
const COLUMNS = 8;

/** Emoji to pick from, found by their words; arrows move through the grid. */
export function EmojiGrid({ onPick }: EmojiGridProps) {
  const t = useTranslations('conversation');
  const [query, setQuery] = useState('');
  const grid = useRef<HTMLDivElement>(null);
  const wanted = foldWords(query);
  const shown = EMOJI.map(({ id, char }) => ({ char, name: t(`emoji.names.${id}`) })).filter(({ name }) =>
    foldWords(name).includes(wanted),
  );
  const focusAt = (index: number) => grid.current?.querySelectorAll('button')[index]?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (step === undefined || at === -1) return;
    event.preventDefault();
    focusAt(Math.max(0, Math.min(buttons.length - 1, at + step)));
  };
  return (
    <div className="flex w-[min(304px,calc(100vw-48px))] flex-col gap-2">
      <SearchField
        label={t('emoji.search')}
        value={query}
        onChange={setQuery}
        autoFocus
        onKeyDown={(event) => {
          const first = shown[0];
          if (event.key === 'ArrowDown') focusAt(0);
          else if (event.key === 'Enter' && first && query !== '') onPick(first.char);
          // React Aria keeps keys from its ancestors otherwise: Escape must reach the popover.
          else event.continuePropagation();
        }}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only moves focus between the buttons in it */}
      <div
        ref={grid}
        onKeyDown={onKeyDown}
        className="grid max-h-56 grid-cols-8 gap-0.5 overflow-y-auto p-0.5"
      >
        {shown.map(({ char, name }) => (
          <button
            key={char}
            type="button"
            aria-label={name}
            title={name}
            onClick={() => onPick(char)}
            className="flex aspect-square items-center justify-center rounded-s text-[20px] leading-none hover:bg-hover"
          >
            {char}
          </button>
        ))}
      </div>
      {shown.length === 0 && <p className="px-1 py-3 text-sm text-ink-3">{t('emoji.none')}</p>}
    </div>
  );
}
