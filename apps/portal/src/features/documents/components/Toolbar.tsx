'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { IconButton } from '@hemicycle/ui/IconButton';
import { ChevronDown, Ellipsis } from '@hemicycle/ui/icons';
import { MenuButton, type MenuEntry } from '@hemicycle/ui/MenuButton';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';
import { commandIcons } from '../editor/commandIcons';
import { type CommandId, EDITOR_COMMANDS } from '../editor/editorCommands';
import { useShortcutWords } from '../hooks/useShortcutWords';
import { useTableActions } from '../hooks/useTableActions';
import { useVisibleCount } from '../hooks/useVisibleCount';

/** In the order of use: what does not fit goes into the menu, from the end. A line stands after the marked ones. */
const BUTTONS: readonly CommandId[] = [
  'bold',
  'italic',
  'bulletList',
  'taskList',
  'table',
  'image',
  'mention',
  'link',
  'orderedList',
  'underline',
  'quote',
  'codeBlock',
  'undo',
  'redo',
];
const LINE_AFTER: readonly CommandId[] = ['italic', 'mention', 'codeBlock'];
const LINES_BEFORE: readonly number[] = [0, ...BUTTONS].map(
  (_, count) => BUTTONS.slice(0, count).filter((id) => LINE_AFTER.includes(id)).length,
);
const BLOCKS: readonly CommandId[] = ['paragraph', 'heading1', 'heading2', 'heading3', 'heading4'];
const ALWAYS_IN_MENU: readonly CommandId[] = ['strike', 'code', 'clear', 'indent', 'outdent', 'rule'];

export type ViewCommands = Readonly<Record<'link' | 'image' | 'find' | 'shortcuts', () => void>>;

export interface ToolbarProps {
  readonly editor: Editor;
  readonly commands: ViewCommands;
  readonly barRef: RefObject<HTMLDivElement | null>;
  /** Entries of the menu besides those of the text, such as the outline where it has no column. */
  readonly menu: readonly MenuEntry[];
  readonly children?: ReactNode;
}

/** What can be done to the text. Arrow keys move within; Escape goes back to the text. */
export function Toolbar({ editor, commands, barRef, menu, children }: ToolbarProps) {
  const t = useTranslations('documents.editor');
  const room = useRef<HTMLDivElement>(null);
  const count = useVisibleCount(room, LINES_BEFORE);
  const state = useCommandState(editor);
  const shown = BUTTONS.slice(0, count);
  const hidden = BUTTONS.slice(count);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape from any control in it
    <div
      className="z-20 flex h-[52px] shrink-0 items-center gap-3 border-b border-line bg-surface px-2 sm:px-4"
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.commands.focus();
      }}
    >
      <AriaToolbar
        ref={barRef}
        aria-label={t('toolbar')}
        className="flex min-w-0 flex-1 items-center gap-0.5"
      >
        <BlockMenu editor={editor} state={state} />
        <span aria-hidden="true" className="mx-1.5 h-5 border-l border-line @max-lg:mx-0.5" />
        <div ref={room} className="flex min-w-0 flex-1 items-center gap-0.5">
          {shown.map((id) => (
            <span key={id} className="contents">
              <CommandButton id={id} editor={editor} state={state} commands={commands} />
              {LINE_AFTER.includes(id) && (
                <span aria-hidden="true" className="mx-1.5 h-5 border-l border-line last:hidden" />
              )}
            </span>
          ))}
          <MoreMenu
            ids={[...hidden, ...ALWAYS_IN_MENU]}
            editor={editor}
            state={state}
            commands={commands}
            menu={menu}
          />
        </div>
      </AriaToolbar>
      {children}
    </div>
  );
}

type CommandState = Readonly<Record<CommandId, { readonly active: boolean; readonly possible: boolean }>>;

function useCommandState(editor: Editor): CommandState {
  return useEditorState({
    editor,
    selector: ({ editor: at }) =>
      Object.fromEntries(
        Object.entries(EDITOR_COMMANDS).map(([id, command]) => [
          id,
          { active: command.isActive?.(at) ?? false, possible: command.isPossible?.(at) ?? true },
        ]),
      ) as CommandState,
  });
}

interface PartProps {
  readonly editor: Editor;
  readonly state: CommandState;
  readonly commands: ViewCommands;
}

function BlockMenu({ editor, state }: Pick<PartProps, 'editor' | 'state'>) {
  const t = useTranslations('documents.commands');
  const words = useTranslations('documents.editor');
  const keys = useShortcutWords();
  const current = BLOCKS.find((id) => state[id].active) ?? 'paragraph';
  return (
    <MenuButton
      label={words('blockType', { type: t(`${current}.label`) })}
      placement="bottom start"
      className="inline-flex h-control shrink-0 items-center gap-1.5 rounded-m px-2.5 font-medium text-ink-2 transition-colors hover:bg-hover hover:text-ink"
      items={BLOCKS.map((id) => ({
        id,
        label: t(`${id}.label`),
        icon: commandIcons[id],
        shortcut: keys(EDITOR_COMMANDS[id].keys ?? ''),
        isSelected: id === current,
        onAction: () => EDITOR_COMMANDS[id].run?.(editor),
      }))}
    >
      <span aria-hidden="true" className="@min-lg:hidden">
        {commandIcons[current]}
      </span>
      <span className="@max-lg:sr-only">{t(`${current}.label`)}</span>
      <ChevronDown className="size-4 text-ink-3" />
    </MenuButton>
  );
}

function CommandButton({ id, editor, state, commands }: PartProps & { readonly id: CommandId }) {
  const t = useTranslations('documents.commands');
  const keys = useShortcutWords();
  const tableActions = useTableActions(editor);
  const command = EDITOR_COMMANDS[id];
  if (id === 'table' && state.table.active) {
    return (
      <MenuButton
        iconOnly
        variant="quiet"
        placement="bottom start"
        label={t('table.edit')}
        icon={commandIcons.table}
        items={tableActions()}
        className="bg-primary-soft text-primary-ink"
      />
    );
  }
  return (
    <IconButton
      label={t(`${id}.label`)}
      icon={commandIcons[id]}
      tooltipSide="bottom"
      isDisabled={!state[id].possible}
      {...(command.keys && { shortcut: keys(command.keys) })}
      {...(command.isActive && { 'aria-pressed': state[id].active })}
      onPress={() => runCommand(id, editor, commands)}
    />
  );
}

function MoreMenu({
  ids,
  editor,
  state,
  commands,
  menu,
}: PartProps & { readonly ids: readonly CommandId[]; readonly menu: readonly MenuEntry[] }) {
  const t = useTranslations('documents.commands');
  const words = useTranslations('documents.editor');
  const keys = useShortcutWords();
  const entry = (id: CommandId): MenuEntry => {
    const command = EDITOR_COMMANDS[id];
    return {
      id,
      label: t(`${id}.label`),
      icon: commandIcons[id],
      isDisabled: !state[id].possible,
      ...(command.keys && { shortcut: keys(command.keys) }),
      ...(command.isActive && { isSelected: state[id].active }),
      onAction: () => runCommand(id, editor, commands),
    };
  };
  return (
    <MenuButton
      iconOnly
      variant="quiet"
      label={words('more')}
      icon={<Ellipsis />}
      items={[...ids.map(entry), 'separator', ...menu, entry('find'), entry('shortcuts')]}
    />
  );
}

function runCommand(id: CommandId, editor: Editor, commands: ViewCommands): void {
  if (id === 'link' || id === 'image' || id === 'find' || id === 'shortcuts') commands[id]();
  else EDITOR_COMMANDS[id].run?.(editor);
}
