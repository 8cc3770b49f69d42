'use client';

import type { AccessPreview } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';

const KINDS = ['linksNarrowed', 'linksWidened', 'losing', 'gaining'] as const;

/** Whether a change of label does something to links, or below. */
export function concernsBelow({ below }: AccessPreview): boolean {
  return below !== null && KINDS.some((kind) => below[kind] > 0);
}

/** What a change of label does to links here and below, and to people who hold something below. */
export function BelowLines({ below }: Pick<AccessPreview, 'below'>) {
  const t = useTranslations('sharing.preview.below');
  if (below === null) return null;
  return (
    <>
      {KINDS.filter((kind) => below[kind] > 0).map((kind) => (
        <p key={kind}>{t(kind, { count: below[kind] })}</p>
      ))}
    </>
  );
}
