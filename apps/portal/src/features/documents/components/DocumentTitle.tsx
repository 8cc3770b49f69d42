'use client';

import { LIMITS } from '@hemicycle/contracts/limits';
import { useTranslations } from '@hemicycle/i18n/client';
import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { useTitle } from '../hooks/useTitle';

export interface DocumentTitleHandle {
  focus(): void;
}

export interface DocumentTitleProps {
  readonly documentId: string;
  readonly title: string;
  readonly editable: boolean;
  /** A new document: its name is selected, ready to be typed over. */
  readonly selectAtFirst: boolean;
  /** Enter and arrow down lead into the text. */
  readonly onLeave: () => void;
  readonly handle: Ref<DocumentTitleHandle>;
  readonly level: 1 | 2;
}

/** The name of the document at the head of its page, changed in place. */
export function DocumentTitle(props: DocumentTitleProps) {
  const { editable, selectAtFirst, onLeave, handle, level } = props;
  const t = useTranslations('documents.editor');
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, change, settle } = useTitle(props);
  const Heading = `h${level}` as const;
  useImperativeHandle(handle, () => ({ focus: () => field.current?.focus() }), []);
  useLayoutEffect(() => {
    // Grows with its lines where the browser cannot do it by itself (`field-sizing`).
    const element = field.current;
    if (!element || CSS.supports('field-sizing', 'content') || text === undefined) return;
    element.style.height = '0';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);
  useLayoutEffect(() => {
    if (selectAtFirst) field.current?.select();
  }, [selectAtFirst]);
  if (!editable) return <Heading className="document-title">{text}</Heading>;
  return (
    <>
      <Heading className="sr-only">{text}</Heading>
      <textarea
        ref={field}
        rows={1}
        value={text}
        maxLength={LIMITS.titleLength}
        aria-label={t('titleLabel')}
        spellCheck
        className="document-title"
        onChange={(event) => change(event.target.value.replace(/\s*\n\s*/g, ' '))}
        onBlur={settle}
        onKeyDown={(event) => {
          const { selectionEnd, value } = event.currentTarget;
          const down = event.key === 'ArrowDown' && selectionEnd === value.length;
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && !down)) return;
          event.preventDefault();
          onLeave();
        }}
      />
    </>
  );
}
