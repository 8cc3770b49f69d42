'use client';

import type { DocumentSummary } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { FileText } from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import { optionClass } from '@hemicycle/ui/lib/popoverClass';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import { type ReactNode, useEffect, useRef } from 'react';
import { InCallMark, SpaceTile } from '@/features/spaces';
import { matchRanges } from '../lib/matchRanges';
import type { PaletteItem } from '../lib/paletteGroups';
import { snippet } from '../lib/snippet';
import { Highlight } from './Highlight';

export interface PaletteOptionProps {
  readonly item: PaletteItem;
  readonly domId: string;
  readonly query: string;
  readonly isActive: boolean;
  readonly commandIcon: (id: string) => ReactNode;
  readonly onPoint: () => void;
  readonly onChoose: (inNewTab: boolean) => void;
}

/** A row of the palette. Focus stays in the field; the active row is told to screen readers from there. */
export function PaletteOption(props: PaletteOptionProps) {
  const { item, domId, query, isActive, commandIcon, onPoint, onChoose } = props;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: active descendant of the field, which has the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
    <div
      ref={element}
      id={domId}
      role="option"
      aria-selected={isActive}
      data-focused={isActive || undefined}
      className={cx(optionClass, 'min-h-11 scroll-my-8')}
      onPointerMove={onPoint}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
    >
      <Row item={item} query={query} commandIcon={commandIcon} />
    </div>
  );
}

function Row({ item, query, commandIcon }: Pick<PaletteOptionProps, 'item' | 'query' | 'commandIcon'>) {
  const t = useTranslations('search');
  switch (item.kind) {
    case 'space':
      return (
        <Shape
          before={<SpaceTile name={item.space.name} size="m" />}
          title={<Highlight text={item.space.name} query={query} />}
          detail={item.space.purpose}
          after={
            item.space.call !== null &&
            item.space.call.participantCount > 0 && (
              <InCallMark label={t('inCall', { count: item.space.call.participantCount })} />
            )
          }
        />
      );
    case 'person':
      return (
        <Shape
          before={<Avatar name={item.person.name} hue={item.person.hue} />}
          title={<Highlight text={item.person.name} query={query} />}
          detail={item.person.title ?? item.person.email ?? (item.person.guest ? t('guest') : '')}
        />
      );
    case 'document':
      return (
        <Shape
          before={<Icon>{<FileText />}</Icon>}
          title={<Highlight text={item.document.title} query={query} />}
          detail={<WhereFound document={item.document} query={query} />}
          after={<RelativeTime at={item.document.editedAt} className="text-sm text-ink-3" />}
        />
      );
    case 'message':
      return (
        <Shape
          before={<Avatar name={item.message.author.name} hue={item.message.author.hue} />}
          title={<Highlight text={snippet(item.message.excerpt, query)} query={query} />}
          detail={t('messageIn', { name: item.message.author.name, space: item.message.spaceName })}
          after={<RelativeTime at={item.message.createdAt} className="text-sm text-ink-3" />}
        />
      );
    case 'command':
      return (
        <Shape
          before={<Icon>{commandIcon(item.command.id)}</Icon>}
          title={<Highlight text={item.command.label} query={query} />}
        />
      );
  }
}

/** The document's space; and where its first words hold what its title does not, those. */
function WhereFound({ document, query }: { readonly document: DocumentSummary; readonly query: string }) {
  const { title, excerpt, spaceName } = document;
  const inside = matchRanges(title, query).length === 0 && matchRanges(excerpt, query).length > 0;
  return (
    <>
      {spaceName}
      {inside && (
        <>
          <span aria-hidden="true"> · </span>
          <Highlight text={snippet(excerpt, query)} query={query} />
        </>
      )}
    </>
  );
}

interface ShapeProps {
  readonly before: ReactNode;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly after?: ReactNode;
}

function Shape({ before, title, detail, after }: ShapeProps) {
  return (
    <>
      {before}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{title}</span>
        {detail && <span className="block truncate text-sm text-ink-3">{detail}</span>}
      </span>
      {after}
    </>
  );
}

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <span className="inline-flex size-[30px] shrink-0 items-center justify-center rounded-s bg-hover text-ink-2">
      {children}
    </span>
  );
}
