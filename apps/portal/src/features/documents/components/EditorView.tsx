'use client';

import type { StampedUser } from '@hemicycle/contracts';
import type { Editor } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { insertImages } from '../editor/ImageUploads';
import { showCaretOf } from '../editor/showCaretOf';
import { useDocumentEditor } from '../hooks/useDocumentEditor';
import type { DocumentSession } from '../hooks/useDocumentSession';
import { useOutline } from '../hooks/useOutline';
import { useSlashItems } from '../hooks/useSlashItems';
import type { OpenableDocument } from '../lib/OpenableDocument';
import type { SurfaceVariant } from '../lib/SurfaceVariant';
import { ContextBar } from './ContextBar';
import { DocumentTitle, type DocumentTitleHandle } from './DocumentTitle';
import { EditorBar } from './EditorBar';
import { type EditorForm, EditorForms } from './EditorForms';
import { FindBar } from './FindBar';
import { OutlineColumn } from './OutlineColumn';
import { SuggestionList } from './SuggestionList';
import { TextCountLine } from './TextCountLine';

const ShortcutsDialog = lazy(() =>
  import('./ShortcutsDialog').then((module) => ({ default: module.ShortcutsDialog })),
);

export interface EditorViewProps {
  readonly document: OpenableDocument;
  readonly variant: SurfaceVariant;
  readonly isNew: boolean;
  readonly session: DocumentSession;
  readonly people: readonly StampedUser[];
  readonly editable: boolean;
}

/** The document on its page, with its bar, outline and find. */
export function EditorView(props: EditorViewProps) {
  const { document, variant, isNew, session, people, editable } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const title = useRef<DocumentTitleHandle>(null);
  const files = useRef<HTMLInputElement>(null);
  const [form, setForm] = useState<EditorForm | null>(null);
  const [find, setFind] = useState<number | null>(null);
  const [shortcuts, setShortcuts] = useState<boolean | null>(null);
  const chooseFiles = useCallback(() => files.current?.click(), []);
  const openFind = () => setFind((before) => (before ?? 0) + 1);
  const { editor, suggestionStore, uploads } = useDocumentEditor({
    session,
    documentId: document.id,
    spaceId: document.spaceId,
    editable,
    slashItems: useSlashItems(chooseFiles),
    keys: {
      onFind: openFind,
      onLink: () => setForm('link'),
      onShortcuts: () => setShortcuts(true),
      onToolbar: () => bar.current?.querySelector('button')?.focus(),
      onTitle: () => title.current?.focus(),
    },
  });
  const outline = useOutline(editor, scroller);
  if (!editor) return null;
  const wide = variant === 'page';
  return (
    <div className="@container flex min-h-0 flex-1 flex-col">
      <EditorBar
        editor={editor}
        document={document}
        variant={variant}
        people={people}
        outline={outline}
        barRef={bar}
        onGo={(person) => showCaretOf(editor, session.awareness, person.id)}
        commands={{
          link: () => setForm('link'),
          image: () => (editor.isActive('image') ? setForm('image') : chooseFiles()),
          find: openFind,
          shortcuts: () => setShortcuts(true),
        }}
      />
      <div className="relative min-h-0 flex-1">
        {find !== null && <FindBar editor={editor} asked={find} onClose={() => setFind(null)} />}
        <div ref={scroller} className={wide ? 'document-scroller' : 'document-scroller bg-surface'}>
          <div className={wide ? 'document-columns' : 'document-alone'}>
            {wide && <OutlineColumn outline={outline} editor={editor} />}
            <div ref={page} className={wide ? 'document-page' : 'document-page document-page-plain'}>
              <DocumentTitle
                documentId={document.id}
                title={document.title}
                editable={editable && document.abilities.rename}
                selectAtFirst={isNew && editable}
                onLeave={() => editor.commands.focus('start')}
                handle={title}
                level={wide ? 1 : 2}
              />
              <EditorContent editor={editor} />
              {editable && <PageEnd onPress={() => writeOn(editor)} />}
              <ContextBar
                editor={editor}
                page={page}
                onLink={() => setForm('link')}
                onImage={() => setForm('image')}
              />
              <EditorForms editor={editor} page={page} form={form} onClose={() => setForm(null)} />
            </div>
            {!wide && <TextCountLine editor={editor} />}
          </div>
        </div>
      </div>
      <SuggestionList editor={editor} store={suggestionStore} />
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept="image/png,image/jpeg,image/gif,image/webp"
        onChange={(event) => {
          insertImages(editor, [...(event.target.files ?? [])], uploads);
          event.target.value = '';
        }}
      />
      {shortcuts !== null && (
        <Suspense>
          <ShortcutsDialog isOpen={shortcuts} onOpenChange={setShortcuts} />
        </Suspense>
      )}
    </div>
  );
}

/** To the end, in a new paragraph when a table or picture stands last. */
function writeOn(editor: Editor): void {
  // Tiptap's own focus waits for the next frame: a letter typed before that would be lost.
  editor.view.focus();
  const { doc } = editor.state;
  const last = doc.lastChild?.type.name;
  if (last === 'paragraph' || last === 'heading') editor.commands.focus('end');
  else editor.chain().insertContentAt(doc.content.size, { type: 'paragraph' }).focus('end').run();
}

/** The empty foot of the page: a press there goes on writing. Keyboards get there with the text itself. */
function PageEnd({ onPress }: { readonly onPress: () => void }) {
  return <div aria-hidden="true" className="min-h-40 flex-1 cursor-text" onPointerUp={onPress} />;
}
