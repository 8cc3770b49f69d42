'use client';

import type { LabelMark } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Badge } from '@hemicycle/ui/Badge';
import { Shield } from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import { useLabelName } from '../hooks/useLabelName';

export interface LabelBadgeProps {
  /** Null: nothing is shown. */
  readonly label: LabelMark | null;
  /** Not that of new spaces: in a list of many, what is as usual says nothing. */
  readonly unlessUsual?: boolean;
  /** Beside a title: on a narrow screen the colour alone, so that the title keeps its room. */
  readonly compact?: boolean;
}

/** How closely something is kept. */
export function LabelBadge({ label, unlessUsual = false, compact = false }: LabelBadgeProps) {
  const t = useTranslations('common');
  const nameOf = useLabelName();
  if (label === null || (unlessUsual && label.isDefault)) return null;
  const name = nameOf(label);
  return (
    <span role="img" aria-label={t('labelIs', { name })} className="inline-flex min-w-0 shrink-0">
      <Badge tone={label.tone} icon={<Shield />}>
        <span className={cx('max-w-[14ch] truncate', compact && 'max-sm:hidden')}>{name}</span>
      </Badge>
    </span>
  );
}
