'use client';

import { LIMITS } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useAnnounce } from '@hemicycle/ui/Announcer';
import { Chip } from '@hemicycle/ui/Chip';
import { FileText } from '@hemicycle/ui/icons';
import { type ReactNode, type Ref, useEffect, useId, useImperativeHandle } from 'react';
import type { Draft } from '../composer/Draft';
import { type ComposerParts, useComposer } from '../hooks/useComposer';
import { ComposerField } from './ComposerField';
import { ComposerToolbar } from './ComposerToolbar';
import { MentionList } from './MentionList';

export interface ComposerHandle {
  readonly focus: () => void;
}

export interface ComposerProps extends ComposerParts {
  readonly label: string;
  /** Buttons at the lower right; gets whether there is something to send. */
  readonly buttons: (send: () => void, ready: boolean) => ReactNode;
  readonly ref?: Ref<ComposerHandle>;
}

/** Where words are written: Enter sends, Shift+Enter begins a line, `@` names people. */
export function Composer(props: ComposerProps) {
  const { spaceId, label, draft, autoFocus, buttons, ref } = props;
  const t = useTranslations('conversation');
  const listId = useId();
  const composer = useComposer(props);
  const { field, mentions, over, ready, send } = composer;
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }), [field]);
  const announce = useAnnounce();
  const count = mentions.people.length;
  const open = count > 0;
  const first = mentions.people[0]?.name ?? '';
  useEffect(() => {
    if (count > 0) announce(t('composer.found', { count, name: first }));
  }, [announce, t, count, first]);
  return (
    <div className="relative flex flex-col gap-2 rounded-l border border-line-control bg-surface px-3.5 pt-3 pb-2.5 shadow-1 transition-[border-color] focus-within:border-primary focus-within:ring-1 focus-within:ring-primary">
      {open && (
        <MentionList
          id={listId}
          label={t('composer.people')}
          people={mentions.people}
          active={mentions.active}
          onPick={composer.pick}
        />
      )}
      <ComposerField
        ref={field}
        value={draft.text}
        people={draft.people}
        aria-label={label}
        placeholder={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(open && {
          'aria-controls': listId,
          'aria-activedescendant': `${listId}-${mentions.people[mentions.active]?.id}`,
        })}
        // Only where a person just asked to write.
        autoFocus={autoFocus ?? false}
        onFocus={composer.onFocus}
        onBlur={mentions.close}
        onKeyDown={composer.onKeyDown}
        onSelect={(event) => mentions.look(event.currentTarget.value, event.currentTarget.selectionStart)}
        onChange={composer.onChange}
      />
      <LinkedDocuments documents={draft.documents} onRemove={composer.detach} />
      {over > 0 && (
        <p role="alert" className="text-sm text-danger">
          {t('composer.tooLong', { most: LIMITS.messageLength, over })}
        </p>
      )}
      <div className="flex items-end justify-between gap-2">
        <ComposerToolbar
          spaceId={spaceId}
          onFormat={composer.format}
          onMention={() => composer.insert('@')}
          onEmoji={composer.insert}
          onDocument={composer.attach}
        />
        <div className="flex shrink-0 items-center gap-2.5">{buttons(send, ready)}</div>
      </div>
    </div>
  );
}

interface LinkedDocumentsProps {
  readonly documents: Draft['documents'];
  readonly onRemove: (documentId: string) => void;
}

function LinkedDocuments({ documents, onRemove }: LinkedDocumentsProps) {
  const t = useTranslations('conversation');
  if (documents.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {documents.map(({ id, title }) => (
        <li key={id} className="max-w-full">
          <Chip
            before={<FileText className="size-4 text-primary" />}
            removeLabel={t('composer.detach', { title })}
            onRemove={() => onRemove(id)}
          >
            <span className="truncate">{title}</span>
          </Chip>
        </li>
      ))}
    </ul>
  );
}
