'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Dialog } from '@hemicycle/ui/Dialog';
import { Kbd } from '@hemicycle/ui/Kbd';
import { type CommandId, EDITOR_COMMANDS } from '../editor/editorCommands';
import { useShortcutWords } from '../hooks/useShortcutWords';

const GROUPS: Readonly<Record<'text' | 'blocks' | 'document', readonly CommandId[]>> = {
  text: ['bold', 'italic', 'underline', 'strike', 'code', 'link'],
  blocks: [
    'paragraph',
    'heading1',
    'heading2',
    'heading3',
    'heading4',
    'bulletList',
    'orderedList',
    'taskList',
    'indent',
    'outdent',
    'quote',
    'codeBlock',
  ],
  document: ['undo', 'redo', 'find', 'shortcuts'],
};

export interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Every shortcut of the editor, and what can be typed instead. */
export function ShortcutsDialog({ isOpen, onOpenChange }: ShortcutsDialogProps) {
  const t = useTranslations('documents.shortcuts');
  const commands = useTranslations('documents.commands');
  const keys = useShortcutWords();
  const typed = [
    ['#  ', commands('heading1.label')],
    ['-  ', commands('bulletList.label')],
    ['1.  ', commands('orderedList.label')],
    ['[ ]  ', commands('taskList.label')],
    ['>  ', commands('quote.label')],
    ['```', commands('codeBlock.label')],
    ['---', commands('rule.label')],
    ['/', t('slash')],
    ['@', commands('mention.label')],
  ] as const;
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={t('title')} size="l">
      <div className="grid gap-x-10 gap-y-6 pb-2 sm:grid-cols-2">
        {(['text', 'blocks', 'document'] as const).map((group) => (
          <section key={group}>
            <h3 className="mb-1.5 text-sm font-semibold text-ink-3">{t(group)}</h3>
            <dl>
              {GROUPS[group].map((id) => (
                <Row key={id} label={commands(`${id}.label`)} keys={keys(EDITOR_COMMANDS[id].keys ?? '')} />
              ))}
              {group === 'document' && <Row label={t('toolbar')} keys={keys('Alt-F10')} />}
            </dl>
          </section>
        ))}
        <section>
          <h3 className="mb-1.5 text-sm font-semibold text-ink-3">{t('typed')}</h3>
          <dl>
            {typed.map(([text, label]) => (
              <Row key={text} label={label} keys={text} />
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function Row({ label, keys }: { readonly label: string; readonly keys: string }) {
  return (
    <div className="flex min-h-8 items-center justify-between gap-4 border-b border-line last:border-0">
      <dt>{label}</dt>
      <dd>
        <Kbd>{keys}</Kbd>
      </dd>
    </div>
  );
}
