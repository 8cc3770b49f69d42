'use client';

import type { StampedUser } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { IconButton } from '@hemicycle/ui/IconButton';
import { ListTree, Search, Video } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import type { MenuEntry } from '@hemicycle/ui/MenuButton';
import type { Editor } from '@tiptap/core';
import Link from 'next/link';
import { lazy, type RefObject, Suspense, useState } from 'react';
import { ShareButton } from '@/features/sharing';
import type { Outline } from '../hooks/useOutline';
import { useShortcutWords } from '../hooks/useShortcutWords';
import type { OpenableDocument } from '../lib/OpenableDocument';
import type { SurfaceVariant } from '../lib/SurfaceVariant';
import { OutlineList } from './OutlineList';
import { PresenceStack } from './PresenceStack';
import { TextCountLine } from './TextCountLine';
import { Toolbar, type ViewCommands } from './Toolbar';

const Sheet = lazy(() => import('@hemicycle/ui/Sheet').then((module) => ({ default: module.Sheet })));

export interface EditorBarProps {
  readonly editor: Editor;
  readonly document: OpenableDocument;
  readonly variant: SurfaceVariant;
  readonly people: readonly StampedUser[];
  readonly outline: Outline;
  readonly commands: ViewCommands;
  readonly barRef: RefObject<HTMLDivElement | null>;
  readonly onGo: (person: StampedUser) => void;
}

/** Above the page: what can be done to the text, who is here, and the call. Who only reads has no tools in the way. */
export function EditorBar(props: EditorBarProps) {
  const { editor, document, variant, people, outline, commands, barRef, onGo } = props;
  const t = useTranslations('documents.editor');
  const keys = useShortcutWords();
  const [sheet, setSheet] = useState<boolean | null>(null);
  const outlineEntry: MenuEntry = {
    id: 'outline',
    label: t('outline'),
    icon: <ListTree />,
    onAction: () => setSheet(true),
  };
  const right = (
    <div className="flex shrink-0 items-center gap-2">
      <PresenceStack people={people} onGo={onGo} />
      {variant === 'page' && document.roomId !== null && (
        <Link
          href={`/rooms/${document.roomId}?document=${document.id}`}
          className={buttonClass({ className: '@max-3xl:border-0 @max-3xl:px-2.5' })}
        >
          <Video />
          <span className="@max-3xl:sr-only">{t('meetHere')}</span>
        </Link>
      )}
      {variant === 'page' && document.roomId !== null && (
        <ShareButton
          resource={{ resourceType: 'document', resourceId: document.id }}
          title={document.title}
          wordsClass="@max-3xl:sr-only"
          className="@max-3xl:px-2.5"
        />
      )}
    </div>
  );
  return (
    <>
      {editor.isEditable ? (
        <Toolbar editor={editor} commands={commands} barRef={barRef} menu={[outlineEntry]}>
          {right}
        </Toolbar>
      ) : (
        <div className="z-20 flex h-[52px] shrink-0 items-center gap-2 border-b border-line bg-surface px-4">
          <IconButton label={t('outline')} icon={<ListTree />} onPress={() => setSheet(true)} />
          <IconButton label={t('find')} icon={<Search />} shortcut={keys('Mod-f')} onPress={commands.find} />
          <span className="flex-1" />
          {right}
        </div>
      )}
      {sheet !== null && (
        <Suspense>
          <Sheet isOpen={sheet} onOpenChange={setSheet} title={t('outline')}>
            <div className="flex flex-col gap-3 p-4">
              <OutlineList outline={outline} onGo={() => setSheet(false)} />
              <TextCountLine editor={editor} />
            </div>
          </Sheet>
        </Suspense>
      )}
    </>
  );
}
