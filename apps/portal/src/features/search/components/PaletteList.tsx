'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { ReactNode } from 'react';
import type { PaletteGroup, PaletteItem } from '../lib/paletteGroups';
import { PaletteOption } from './PaletteOption';

export interface PaletteListProps {
  readonly id: string;
  readonly groups: readonly PaletteGroup[];
  readonly query: string;
  readonly activeId: string | undefined;
  readonly isBusy: boolean;
  readonly commandIcon: (id: string) => ReactNode;
  readonly onPoint: (item: PaletteItem) => void;
  readonly onChoose: (item: PaletteItem, inNewTab: boolean) => void;
}

/** What was found, by kind. */
export function PaletteList(props: PaletteListProps) {
  const { id, groups, query, activeId, isBusy, commandIcon, onPoint, onChoose } = props;
  const t = useTranslations('search');
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('title')}
      aria-busy={isBusy}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-2"
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
        <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
          <div
            id={`${id}-${group.key}`}
            role="presentation"
            className="sticky top-0 z-10 bg-surface px-2.5 pt-3 pb-1 text-xs font-semibold text-ink-3"
          >
            {t(`groups.${group.key}`)}
          </div>
          {group.items.map((item) => (
            <PaletteOption
              key={item.id}
              domId={`${id}-${item.id}`}
              item={item}
              query={query}
              isActive={item.id === activeId}
              commandIcon={commandIcon}
              onPoint={() => onPoint(item)}
              onChoose={(inNewTab) => onChoose(item, inNewTab)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
