'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ExternalLink, Unlink } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import { TextField } from '@hemicycle/ui/TextField';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { linkAddress } from '../lib/linkAddress';

export interface LinkFormProps {
  readonly editor: Editor;
  readonly onDone: () => void;
}

/** Makes, changes or removes the link at the selection. Without selected words the address becomes the words. */
export function LinkForm({ editor, onDone }: LinkFormProps) {
  const t = useTranslations('documents.link');
  const [before] = useState(() => String(editor.getAttributes('link').href ?? ''));
  const [typed, setTyped] = useState(before);
  const [failed, setFailed] = useState(false);
  const save = () => {
    const href = linkAddress(typed);
    if (href === null) return setFailed(true);
    const words = editor.state.selection.empty && before === '';
    const chain = editor.chain().focus();
    if (words) {
      chain
        .insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] })
        .run();
    } else chain.extendMarkRange('link').setLink({ href }).run();
    onDone();
  };
  return (
    <form
      className="flex w-[min(360px,calc(100vw-40px))] flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={t('address')}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setFailed(false);
        }}
        autoFocus
        inputMode="url"
        autoComplete="off"
        maxLength={2_000}
        {...(failed && { error: t('refused') })}
      />
      <div className="flex flex-wrap items-center justify-end gap-2">
        {before !== '' && (
          <>
            <Button
              size="s"
              variant="quiet"
              icon={<Unlink />}
              className="mr-auto"
              onPress={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run();
                onDone();
              }}
            >
              {t('remove')}
            </Button>
            {linkAddress(before) && (
              <a
                href={before}
                target="_blank"
                rel="noopener noreferrer nofollow"
                className={buttonClass({ size: 's' })}
              >
                <ExternalLink />
                {t('open')}
              </a>
            )}
          </>
        )}
        <Button size="s" variant="primary" type="submit">
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
