'use client';

import type { LabelMark } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Badge } from '@hemicycle/ui/Badge';
import { Shield } from '@hemicycle/ui/icons';
import { useLabelName } from '../hooks/useLabelName';

export interface LabelBadgeProps {
  /** Null: nothing is shown. */
  readonly label: LabelMark | null;
  /** Not that of new spaces: in a list of many, what is as usual says nothing. */
  readonly unlessUsual?: boolean;
}

/** How closely something is kept. */
export function LabelBadge({ label, unlessUsual = false }: LabelBadgeProps) {
  const t = useTranslations('common');
  const nameOf = useLabelName();
  if (label === null || (unlessUsual && label.isDefault)) return null;
  const name = nameOf(label);
  return (
    <span role="img" aria-label={t('labelIs', { name })} className="inline-flex min-w-0 shrink-0">
      <Badge tone={label.tone} icon={<Shield />}>
        <span className="max-w-[14ch] truncate">{name}</span>
      </Badge>
    </span>
  );
}
