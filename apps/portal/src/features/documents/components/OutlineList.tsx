'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { cx } from '@hemicycle/ui/lib/cx';
import type { Outline } from '../hooks/useOutline';

const INDENTS = ['pl-2.5', 'pl-6', 'pl-9', 'pl-12'] as const;

/** The headings as a way through the document; the one being read is marked. */
export function OutlineList({ outline, onGo }: { readonly outline: Outline; readonly onGo?: () => void }) {
  const t = useTranslations('documents.outline');
  if (outline.entries.length === 0) return <p className="px-2.5 text-sm text-ink-3">{t('empty')}</p>;
  return (
    <ol className="flex flex-col gap-0.5">
      {outline.entries.map((entry, index) => (
        <li key={`${entry.pos} ${entry.text}`}>
          <button
            type="button"
            {...(index === outline.current && { 'aria-current': 'location' as const })}
            className={cx(
              'block min-h-[30px] w-full truncate rounded-s py-1 pr-2.5 text-left text-base transition-colors touch:min-h-11',
              INDENTS[Math.min(entry.indent, INDENTS.length - 1)],
              index === outline.current
                ? 'bg-primary-soft font-medium text-primary-ink'
                : 'text-ink-2 hover:bg-hover hover:text-ink',
            )}
            onClick={() => {
              onGo?.();
              outline.goTo(entry);
            }}
          >
            {entry.text}
          </button>
        </li>
      ))}
    </ol>
  );
}
