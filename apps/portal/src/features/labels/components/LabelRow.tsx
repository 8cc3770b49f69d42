'use client';

import type { Label } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Badge } from '@hemicycle/ui/Badge';
import { Button } from '@hemicycle/ui/Button';
import { IconButton } from '@hemicycle/ui/IconButton';
import { ArrowDown, ArrowUp, Trash2 } from '@hemicycle/ui/icons';
import { useLabelName } from '../hooks/useLabelName';
import { LabelBadge } from './LabelBadge';

export interface LabelRowProps {
  readonly label: Label;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isBusy: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

export function LabelRow({ label, isFirst, isLast, isBusy, onEdit, onMove, onRemove }: LabelRowProps) {
  const t = useTranslations('labels');
  const name = useLabelName()(label);
  const permits = [
    ...(label.guests ? [t('rules.guests')] : []),
    ...(label.others ? [t('rules.others')] : []),
    ...(label.exports ? [t('rules.exports')] : []),
  ];
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-3">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-2">
          <LabelBadge label={label} />
          {label.isDefault && <Badge>{t('isDefault')}</Badge>}
        </p>
        <p className="text-sm text-ink-3">
          {permits.length === 0 ? t('rules.none') : permits.join(' · ')}
          {' · '}
          {t(`rules.links.${label.linkReach}`)}
        </p>
      </div>
      <div className="flex items-center gap-1">
        <IconButton
          label={t('up', { name })}
          icon={<ArrowUp />}
          isDisabled={isFirst || isBusy}
          onPress={() => onMove(-1)}
        />
        <IconButton
          label={t('down', { name })}
          icon={<ArrowDown />}
          isDisabled={isLast || isBusy}
          onPress={() => onMove(1)}
        />
        <Button size="s" aria-label={t('editWhich', { name })} onPress={onEdit}>
          {t('edit')}
        </Button>
        <IconButton
          label={t('deleteWhich', { name })}
          icon={<Trash2 />}
          isDisabled={label.isDefault || isBusy}
          onPress={onRemove}
        />
      </div>
    </li>
  );
}
