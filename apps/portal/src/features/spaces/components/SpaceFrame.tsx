'use client';

import type { Space } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { LinkTabs } from '@hemicycle/ui/LinkTabs';
import type { ReactNode } from 'react';
import { LabelBadge } from '@/features/labels/LabelBadge';
import { ShareButton } from '@/features/sharing';
import { TopBar, useMe } from '@/features/shell';
import { useSeededRead } from '@/lib/reads/useSeededRead';
import { CallButton } from './CallButton';
import { SpaceAbsent } from './SpaceAbsent';
import { SpaceContext } from './SpaceContext';
import { SpaceMenu } from './SpaceMenu';
import { SpaceTile } from './SpaceTile';

export interface SpaceFrameProps {
  readonly initial: Space;
  readonly children: ReactNode;
}

/** What stands round each page of a space: its name, its parts, its call. Gone at once for who loses access. */
export function SpaceFrame({ initial, children }: SpaceFrameProps) {
  const me = useMe();
  const { data: space = initial, error } = useSeededRead({
    route: 'GET /spaces/{spaceId}',
    input: { params: { spaceId: initial.id } },
    initial,
    read: { of: 'space', spaceId: initial.id },
    meId: me.id,
  });

  if (error?.code === 'not_found' || error?.code === 'forbidden') return <SpaceAbsent />;
  return (
    <SpaceContext value={space}>
      <TopBar where={<SpaceName space={space} />} beside={<Purpose words={space.purpose} />} />
      <SpaceBar space={space} meId={me.id} />
      <div className="flex min-h-0 flex-1 flex-col">{children}</div>
    </SpaceContext>
  );
}

function SpaceName({ space }: { readonly space: Space }) {
  return (
    <h1 className="flex min-w-0 items-center gap-2.5 text-base font-semibold">
      <SpaceTile name={space.name} />
      <span className="truncate">{space.name}</span>
      <LabelBadge compact label={space.label} />
    </h1>
  );
}

function Purpose({ words }: { readonly words: string }) {
  if (words === '') return null;
  return (
    <p title={words} className="hidden min-w-0 flex-1 truncate text-sm font-normal text-ink-3 xl:block">
      {words}
    </p>
  );
}

function SpaceBar({ space, meId }: { readonly space: Space; readonly meId: string }) {
  const t = useTranslations('spaces.space');
  const base = `/spaces/${space.id}`;
  return (
    <div className="z-20 flex shrink-0 items-center gap-2 border-b border-line bg-surface pr-3 pl-2 md:gap-3 md:pr-5 md:pl-2">
      <LinkTabs
        label={t('tabs', { name: space.name })}
        className="flex-1 md:pl-3"
        tabs={[
          { href: base, label: t('conversation') },
          { href: `${base}/documents`, label: t('documents'), count: space.documentCount },
          { href: `${base}/meetings`, label: t('meetings') },
          { href: `${base}/members`, label: t('members'), count: space.memberCount },
        ]}
      />
      <SpaceMenu space={space} meId={meId} />
      <ShareButton
        resource={{ resourceType: 'space', resourceId: space.id }}
        title={space.name}
        variant="secondary"
        wordsClass="max-lg:sr-only"
        className="max-lg:px-2.5 max-md:hidden"
      />
      <CallButton space={space} meId={meId} />
    </div>
  );
}
