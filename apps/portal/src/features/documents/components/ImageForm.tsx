'use client';

import type { ImageAttributes } from '@hemicycle/collab/schema';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Trash2 } from '@hemicycle/ui/icons';
import { Select } from '@hemicycle/ui/Select';
import { TextField } from '@hemicycle/ui/TextField';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';

/** Widths on offer, in pixels; the column is 596 wide. */
const WIDTHS = { small: 200, medium: 400, full: 596 } as const;
const CHOICES = ['natural', 'small', 'medium', 'full'] as const;
type WidthChoice = (typeof CHOICES)[number];

export interface ImageFormProps {
  readonly editor: Editor;
  readonly onDone: () => void;
}

/** Description and width of the selected picture. */
export function ImageForm({ editor, onDone }: ImageFormProps) {
  const t = useTranslations('documents.image');
  const [{ alt, width }] = useState(() => editor.getAttributes('image') as ImageAttributes);
  const [text, setText] = useState(alt);
  const [choice, setChoice] = useState<WidthChoice>(() => choiceOf(width));
  const save = () => {
    const chosen = choice === choiceOf(width) ? width : choice === 'natural' ? null : WIDTHS[choice];
    editor.chain().focus().updateAttributes('image', { alt: text.trim(), width: chosen }).run();
    onDone();
  };
  return (
    <form
      className="flex w-[min(340px,calc(100vw-40px))] flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={t('alt')}
        description={t('altHint')}
        value={text}
        onChange={setText}
        maxLength={1_000}
        autoFocus
      />
      <Select
        label={t('width')}
        value={choice}
        onChange={setChoice}
        options={CHOICES.map((value) => ({ value, label: t(`widths.${value}`) }))}
      />
      <div className="flex items-center justify-end gap-2">
        <Button
          size="s"
          variant="quiet"
          icon={<Trash2 />}
          className="mr-auto"
          onPress={() => {
            editor.chain().focus().deleteSelection().run();
            onDone();
          }}
        >
          {t('remove')}
        </Button>
        <Button size="s" variant="primary" type="submit">
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function choiceOf(width: number | null): WidthChoice {
  if (width === null) return 'natural';
  if (width <= 300) return 'small';
  return width < WIDTHS.full ? 'medium' : 'full';
}
