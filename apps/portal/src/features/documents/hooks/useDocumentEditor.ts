'use client';

import { CONTENT_FRAGMENT, documentExtensions } from '@hemicycle/collab/schema';
import { useTranslations } from '@hemicycle/i18n/client';
import { useToast } from '@hemicycle/ui/Toaster';
import type { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Placeholder } from '@tiptap/extensions';
import { useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef } from 'react';
import { useProblemWords } from '@/lib/useProblemWords';
import { carets } from '../editor/Carets';
import { type EditorKeys, editorKeys } from '../editor/EditorKeys';
import { FindReplace } from '../editor/FindReplace';
import { type ImageUploadOptions, imageUploads } from '../editor/ImageUploads';
import { imageWithView } from '../editor/ImageView';
import { mentionSource } from '../editor/mentionSource';
import { type SlashItem, slashSource } from '../editor/slashSource';
import { SuggestionStore } from '../editor/suggestionStore';
import { suggestions } from '../editor/suggestions';
import { uploadFile } from '../editor/uploadFile';
import type { DocumentSession } from './useDocumentSession';

export interface DocumentEditorParts {
  readonly session: DocumentSession;
  readonly documentId: string;
  readonly spaceId: string;
  readonly editable: boolean;
  readonly slashItems: readonly SlashItem[];
  /** Keys that open something outside the text. */
  readonly keys: EditorKeys;
}

export interface DocumentEditor {
  readonly editor: Editor | null;
  readonly suggestionStore: SuggestionStore;
  readonly uploads: ImageUploadOptions;
}

/** The editor of an open document: schema, Yjs, other people's carets, lists of suggestions, uploads, find. */
export function useDocumentEditor(parts: DocumentEditorParts): DocumentEditor {
  const { session, documentId, spaceId, editable } = parts;
  const t = useTranslations('documents.editor');
  const uploads = useUploads(documentId);
  // Whatever changes but these few must not make a new editor: cursor and undo would be gone.
  const latest = useRef({ ...parts, t });
  useEffect(() => {
    latest.current = { ...parts, t };
  });
  const suggestionStore = useMemo(() => new SuggestionStore(), []);
  const extensions = useMemo(
    () => [
      ...documentExtensions({
        image: imageWithView({ broken: () => latest.current.t('imageBroken') }),
        taskLabel: (text, done) => {
          const words = latest.current.t;
          return words(done ? 'taskDone' : 'taskOpen', { text: text || words('taskEmpty') });
        },
        resizableTables: true,
      }),
      Collaboration.configure({ fragment: session.doc.getXmlFragment(CONTENT_FRAGMENT) }),
      carets(session.awareness, () => latest.current.t('guest')),
      Placeholder.configure({ placeholder: () => latest.current.t('placeholder'), showOnlyCurrent: true }),
      FindReplace,
      editorKeys({
        onFind: () => latest.current.keys.onFind(),
        onLink: () => latest.current.keys.onLink(),
        onShortcuts: () => latest.current.keys.onShortcuts(),
        onToolbar: () => latest.current.keys.onToolbar(),
        onTitle: () => latest.current.keys.onTitle(),
      }),
      imageUploads(uploads),
      suggestions(
        suggestionStore,
        slashSource(() => latest.current.slashItems),
      ),
      suggestions(suggestionStore, mentionSource(spaceId)),
    ],
    [session, spaceId, suggestionStore, uploads],
  );
  const editor = useEditor(
    {
      extensions,
      editable,
      injectCSS: false,
      immediatelyRender: false,
      editorProps: {
        attributes: {
          class: 'document-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': t('label'),
          spellcheck: 'true',
        },
      },
    },
    [extensions],
  );
  useEffect(() => {
    if (editor && editor.isEditable !== editable) editor.setEditable(editable, false);
    editor?.view.dom.setAttribute('aria-readonly', String(!editable));
  }, [editor, editable]);
  return { editor, suggestionStore, uploads };
}

function useUploads(documentId: string): ImageUploadOptions {
  const t = useTranslations('documents.editor');
  const toast = useToast();
  const problemWords = useProblemWords();
  const words = useRef({ t, toast, problemWords });
  useEffect(() => {
    words.current = { t, toast, problemWords };
  });
  return useMemo(
    () => ({
      upload: (file, onProgress, signal) => uploadFile(documentId, file, onProgress, signal),
      onFailed: (file, error) => {
        const { text } = words.current.problemWords(error);
        words.current.toast({
          tone: 'danger',
          message: words.current.t('uploadFailed', { name: file.name, reason: text }),
        });
      },
      onForeignImages: () => words.current.toast({ message: words.current.t('foreignImages') }),
      label: (name) => words.current.t('uploading', { name }),
    }),
    [documentId],
  );
}
