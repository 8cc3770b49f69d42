'use client';

import type { Label } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Plus } from '@hemicycle/ui/icons';
import { List } from '@hemicycle/ui/List';
import { lazy, Suspense, useState } from 'react';
import { useLabels } from '../hooks/useLabels';
import { LabelRow } from './LabelRow';

const LabelDialog = lazy(() => import('./LabelDialog').then((module) => ({ default: module.LabelDialog })));

/** The labels of the organisation in their order, each with what it permits. */
export function LabelsView({ initial }: { readonly initial: readonly Label[] }) {
  const t = useTranslations('labels');
  const { labels, isBusy, save, move, remove } = useLabels(initial);
  const [edited, setEdited] = useState<Label | 'new' | null>(null);
  return (
    <div className="mx-auto flex w-full max-w-[960px] flex-col gap-5 px-4 py-6 sm:px-6 lg:py-8">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex flex-col gap-1">
          <h1 className="text-title font-bold">{t('title')}</h1>
          <p className="max-w-[68ch] text-ink-2">{t('text')}</p>
        </div>
        <Button icon={<Plus />} onPress={() => setEdited('new')}>
          {t('add')}
        </Button>
      </div>
      <List aria-label={t('title')}>
        {labels.map((label, place) => (
          <LabelRow
            key={label.id}
            label={label}
            isFirst={place === 0}
            isLast={place === labels.length - 1}
            isBusy={isBusy}
            onEdit={() => setEdited(label)}
            onMove={(by) => void move(label, by)}
            onRemove={() => void remove(label)}
          />
        ))}
      </List>
      {edited !== null && (
        <Suspense>
          <LabelDialog
            label={edited === 'new' ? null : edited}
            onClose={() => setEdited(null)}
            onSave={save}
          />
        </Suspense>
      )}
    </div>
  );
}
