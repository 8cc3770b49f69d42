'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { useMemo } from 'react';
import type { CommandId } from '../editor/editorCommands';
import type { SlashItem } from '../editor/slashSource';

const ITEMS = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'bulletList',
  'orderedList',
  'taskList',
  'table',
  'image',
  'mention',
  'quote',
  'codeBlock',
  'rule',
] as const satisfies readonly CommandId[];

/** What `/` offers, in the reader's words. */
export function useSlashItems(onImage: () => void): readonly SlashItem[] {
  const t = useTranslations('documents.commands');
  return useMemo(
    () =>
      ITEMS.map((id) => ({
        id,
        label: t(`${id}.label`),
        aliases: t(`${id}.aliases`),
        ...(id === 'image' && { onChosen: onImage }),
      })),
    [t, onImage],
  );
}
