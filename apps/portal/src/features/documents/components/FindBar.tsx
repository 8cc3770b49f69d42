'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { IconButton } from '@hemicycle/ui/IconButton';
import { CaseSensitive, ChevronDown, ChevronUp, Replace, X } from '@hemicycle/ui/icons';
import { inputClass } from '@hemicycle/ui/lib/fieldClass';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { findState, replaceAll, replaceCurrent, setFind, stepFind } from '../editor/FindReplace';

export interface FindBarProps {
  readonly editor: Editor;
  /** Changes when it is asked for again while open: the field is focused and takes the selected words. */
  readonly asked: number;
  readonly onClose: () => void;
}

/** Find and replace in this document. Enter steps on, Shift Enter back, Escape closes. */
export function FindBar({ editor, asked, onClose }: FindBarProps) {
  const t = useTranslations('documents.find');
  const find = useFind(editor, asked);
  const [replacing, setReplacing] = useState(false);
  const close = () => {
    find.end();
    onClose();
    editor.commands.focus();
  };
  const keys = (event: KeyboardEvent, onEnter: (back: boolean) => void) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    onEnter(event.shiftKey);
  };
  return (
    <search
      aria-label={t('label')}
      className="absolute inset-x-2 top-2 z-20 flex flex-col gap-1.5 rounded-m border border-line bg-surface p-1.5 shadow-2 animate-rise sm:inset-x-auto sm:right-4 sm:w-[420px] forced-line"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className="flex flex-wrap items-center justify-end gap-0.5">
        <input
          ref={find.field}
          type="text"
          value={find.text}
          maxLength={200}
          placeholder={t('placeholder')}
          aria-label={t('placeholder')}
          className={`${inputClass} mr-1 min-w-0 flex-1 max-sm:mr-0 max-sm:basis-full`}
          onChange={(event) => find.look(event.target.value)}
          onKeyDown={(event) => keys(event, (back) => find.step(back ? -1 : 1))}
        />
        <span
          role="status"
          className="min-w-[6ch] px-1 text-center text-sm whitespace-nowrap text-ink-3 tabular"
        >
          {find.text !== '' && t('count', { current: find.current, total: find.total })}
        </span>
        <IconButton
          size="s"
          label={t('matchCase')}
          icon={<CaseSensitive />}
          aria-pressed={find.matchCase}
          onPress={find.toggleCase}
        />
        <IconButton
          size="s"
          label={t('previous')}
          icon={<ChevronUp />}
          isDisabled={find.total === 0}
          onPress={() => find.step(-1)}
        />
        <IconButton
          size="s"
          label={t('next')}
          icon={<ChevronDown />}
          isDisabled={find.total === 0}
          onPress={() => find.step(1)}
        />
        {editor.isEditable && (
          <IconButton
            size="s"
            label={t('replaceToggle')}
            icon={<Replace />}
            aria-pressed={replacing}
            onPress={() => setReplacing(!replacing)}
          />
        )}
        <IconButton size="s" label={t('close')} icon={<X />} onPress={close} />
      </div>
      {replacing && editor.isEditable && (
        <div className="flex flex-wrap items-center gap-1.5">
          <input
            type="text"
            value={find.replacement}
            maxLength={1_000}
            placeholder={t('replaceWith')}
            aria-label={t('replaceWith')}
            className={`${inputClass} min-w-0 flex-1`}
            onChange={(event) => find.setReplacement(event.target.value)}
            onKeyDown={(event) => keys(event, () => find.replace())}
          />
          <Button size="s" isDisabled={find.total === 0} onPress={find.replace}>
            {t('replace')}
          </Button>
          <Button size="s" isDisabled={find.total === 0} onPress={find.replaceAll}>
            {t('replaceAll')}
          </Button>
        </div>
      )}
    </search>
  );
}

function useFind(editor: Editor, asked: number) {
  const field = useRef<HTMLInputElement>(null);
  const [replacement, setReplacement] = useState('');
  const { query, matches, current } = useEditorState({
    editor,
    selector: ({ editor: at }) => findState(at.state),
  });
  const show = () => {
    const { matches: all, current: index } = findState(editor.state);
    const at = all[index];
    if (!at) return;
    const { node } = editor.view.domAtPos(at.from);
    const element = node instanceof Element ? node : node.parentElement;
    element?.scrollIntoView({ block: 'center' });
  };
  const act = (tr: ReturnType<typeof stepFind>) => {
    if (tr) editor.view.dispatch(tr);
    show();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew each time it is asked for
  useEffect(() => {
    const { from, to } = editor.state.selection;
    const words = editor.state.doc.textBetween(from, Math.min(to, from + 200), '\n');
    const { query: before } = findState(editor.state);
    const text = words !== '' && !words.includes('\n') ? words : before.text;
    editor.view.dispatch(setFind(editor.state, { ...before, text }));
    field.current?.focus();
    field.current?.select();
  }, [editor, asked]);
  // What is no longer looked for is no longer marked.
  useEffect(
    () => () => {
      if (!editor.isDestroyed) editor.view.dispatch(setFind(editor.state, { text: '', matchCase: false }));
    },
    [editor],
  );
  return {
    field,
    text: query.text,
    matchCase: query.matchCase,
    total: matches.length,
    current: current + 1,
    replacement,
    setReplacement,
    look: (text: string) => act(setFind(editor.state, { ...query, text })),
    toggleCase: () => act(setFind(editor.state, { ...query, matchCase: !query.matchCase })),
    step: (by: 1 | -1) => act(stepFind(editor.state, by)),
    replace: () => act(replaceCurrent(editor.state, replacement)),
    replaceAll: () => act(replaceAll(editor.state, replacement)),
    end: () => editor.view.dispatch(setFind(editor.state, { text: '', matchCase: false })),
  };
}
