'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { FileText, Paperclip } from '@hemicycle/ui/icons';
import { PopoverButton } from '@hemicycle/ui/PopoverButton';
import { SearchField } from '@hemicycle/ui/SearchField';
import { Skeleton } from '@hemicycle/ui/Skeleton';
import { useState } from 'react';
import { useApiQuery } from '@/lib/useApiQuery';
import { foldWords } from '../lib/foldWords';

export interface AttachButtonProps {
  readonly spaceId: string;
  readonly onPick: (document: { id: string; title: string }) => void;
}

/** Links a document of the space to the message. */
export function AttachButton({ spaceId, onPick }: AttachButtonProps) {
  const t = useTranslations('conversation');
  return (
    <PopoverButton
      label={t('composer.attach')}
      icon={<Paperclip />}
      iconOnly
      variant="quiet"
      size="s"
      placement="top start"
    >
      {(close) => (
        <DocumentChoice
          spaceId={spaceId}
          onPick={(document) => {
            close();
            onPick(document);
          }}
        />
      )}
    </PopoverButton>
  );
}

/** Documents shown of those that fit what is typed. */
const SHOWN = 30;

function DocumentChoice({ spaceId, onPick }: AttachButtonProps) {
  const t = useTranslations('conversation');
  const [query, setQuery] = useState('');
  const { data, isPending } = useApiQuery('GET /spaces/{spaceId}/documents', { params: { spaceId } });
  const wanted = foldWords(query);
  const newestFirst = (data?.items ?? [])
    .filter(({ title }) => foldWords(title).includes(wanted))
    .toSorted((a, b) => b.editedAt.localeCompare(a.editedAt))
    .slice(0, SHOWN);
  return (
    <div className="flex w-[min(320px,calc(100vw-48px))] flex-col gap-2">
      <SearchField label={t('composer.findDocument')} value={query} onChange={setQuery} autoFocus />
      {isPending && <Skeleton className="h-9 w-full" />}
      <ul className="max-h-64 overflow-y-auto">
        {newestFirst.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onPick({ id, title })}
              className="flex min-h-9 w-full items-center gap-2.5 rounded-s px-2 py-1 text-left text-base hover:bg-hover touch:min-h-11"
            >
              <FileText className="text-primary" />
              <span className="truncate">{title}</span>
            </button>
          </li>
        ))}
      </ul>
      {!isPending && newestFirst.length === 0 && (
        <p className="px-1 pb-2 text-sm text-ink-3">{t('composer.noDocuments')}</p>
      )}
    </div>
  );
}
