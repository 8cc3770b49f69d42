'use client';

import { LIMITS, type PersonSummary } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Chip } from '@hemicycle/ui/Chip';
import { FileText } from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { applyChange } from '../composer/applyChange';
import { type Draft, isEmptyDraft } from '../composer/Draft';
import { encodeDraft } from '../composer/encodeDraft';
import { newLine } from '../composer/newLine';
import type { TextChange } from '../composer/TextChange';
import { toggleList } from '../composer/toggleList';
import { toggleMark } from '../composer/toggleMark';
import { useMentions } from '../hooks/useMentions';
import { ComposerField } from './ComposerField';
import { ComposerToolbar, type Format } from './ComposerToolbar';
import { MentionList } from './MentionList';

export interface ComposerHandle {
  readonly focus: () => void;
}

export interface ComposerProps {
  readonly spaceId: string;
  readonly label: string;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onSend: (body: string) => void;
  /** Escape; without it the key does nothing. */
  readonly onEscape?: () => void;
  /** Arrow up in an empty text. */
  readonly onUp?: () => void;
  readonly autoFocus?: boolean;
  /** Buttons at the lower right; gets whether there is something to send. */
  readonly buttons: (send: () => void, ready: boolean) => ReactNode;
  readonly ref?: Ref<ComposerHandle>;
}

/** Where words are written: Enter sends, Shift+Enter begins a line, `@` names people. */
export function Composer(props: ComposerProps) {
  const { spaceId, label, draft, onDraft, onSend, onEscape, onUp, autoFocus, buttons, ref } = props;
  const t = useTranslations('conversation');
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [wanted, setWanted] = useState(autoFocus ?? false);
  const mentions = useMentions(spaceId, wanted);
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }), []);

  const body = encodeDraft(draft);
  const tooLong = body.length > LIMITS.messageLength;
  const ready = !isEmptyDraft(draft) && !tooLong;
  const send = () => {
    if (!ready) return;
    mentions.close();
    onSend(body);
    field.current?.focus();
  };
  const change = (make: (text: string, from: number, to: number) => TextChange) => {
    const { current } = field;
    if (current) applyChange(current, make(current.value, current.selectionStart, current.selectionEnd));
  };
  const insert = (text: string) =>
    change((_, from, to) => ({
      from,
      to,
      insert: text,
      selectFrom: from + text.length,
      selectTo: from + text.length,
    }));
  const mentioned = useRef<readonly { id: string; name: string }[]>([]);
  const pick = (person: PersonSummary) => {
    // The text changes by the field's own input event, which must find the person there.
    mentioned.current = [...mentioned.current, { id: person.id, name: person.name }];
    const written = `@${person.name} `;
    const end = mentions.at + written.length;
    change((_, from) => ({ from: mentions.at, to: from, insert: written, selectFrom: end, selectTo: end }));
    mentions.close();
  };
  const format = (kind: Format) =>
    change((text, from, to) =>
      kind === 'list' ? toggleList(text, from, to) : toggleMark(text, from, to, kind === 'bold' ? '**' : '_'),
    );
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // An input method composing a character owns its keys.
    if (event.nativeEvent.isComposing || mentions.onKey(event, pick)) return;
    const act = keyAction(event, {
      send,
      format,
      up: draft.text === '' ? onUp : undefined,
      escape: onEscape,
      change,
    });
    if (!act) return;
    event.preventDefault();
    act();
  };
  const open = mentions.people.length > 0;
  return (
    <div
      className={cx(
        'relative flex flex-col gap-2 rounded-l border bg-surface px-3.5 pt-3 pb-2.5 shadow-1 transition-[border-color]',
        'border-line-control focus-within:border-primary focus-within:ring-1 focus-within:ring-primary',
      )}
    >
      {open && (
        <MentionList
          id={listId}
          label={t('composer.people')}
          people={mentions.people}
          active={mentions.active}
          onPick={pick}
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
        // biome-ignore lint/a11y/noAutofocus: only where a person just asked to write
        autoFocus={autoFocus ?? false}
        onFocus={() => setWanted(true)}
        onBlur={mentions.close}
        onKeyDown={onKeyDown}
        onSelect={(event) => mentions.look(event.currentTarget.value, event.currentTarget.selectionStart)}
        onChange={(event) => {
          const text = event.target.value;
          const people = uniquePeople([...draft.people, ...mentioned.current]);
          onDraft({ ...draft, text, people: people.filter(({ name }) => text.includes(`@${name}`)) });
          mentions.look(text, event.target.selectionStart);
        }}
      />
      {draft.documents.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {draft.documents.map((document) => (
            <li key={document.id} className="max-w-full">
              <Chip
                before={<FileText className="size-4 text-primary" />}
                removeLabel={t('composer.detach', { title: document.title })}
                onRemove={() =>
                  onDraft({ ...draft, documents: draft.documents.filter(({ id }) => id !== document.id) })
                }
              >
                <span className="truncate">{document.title}</span>
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {tooLong && (
        <p role="alert" className="text-sm text-danger">
          {t('composer.tooLong', { most: LIMITS.messageLength, over: body.length - LIMITS.messageLength })}
        </p>
      )}
      <div className="flex items-end justify-between gap-2">
        <ComposerToolbar
          spaceId={spaceId}
          onFormat={format}
          onMention={() => insert('@')}
          onEmoji={insert}
          onDocument={(document) =>
            onDraft({
              ...draft,
              documents: [...draft.documents.filter(({ id }) => id !== document.id), document],
            })
          }
        />
        <div className="flex shrink-0 items-center gap-2.5">{buttons(send, ready)}</div>
      </div>
    </div>
  );
}

interface KeyTargets {
  readonly send: () => void;
  readonly format: (kind: Format) => void;
  readonly up: (() => void) | undefined;
  readonly escape: (() => void) | undefined;
  readonly change: (make: (text: string, from: number, to: number) => TextChange) => void;
}

function keyAction(event: KeyboardEvent, to: KeyTargets): (() => void) | undefined {
  const command = event.ctrlKey || event.metaKey;
  if (command && event.shiftKey && event.code === 'Digit8') return () => to.format('list');
  if (command && !event.shiftKey && event.key.toLowerCase() === 'b') return () => to.format('bold');
  if (command && !event.shiftKey && event.key.toLowerCase() === 'i') return () => to.format('italic');
  if (event.key === 'Escape') return to.escape;
  if (event.key === 'ArrowUp' && !event.shiftKey) return to.up;
  if (event.key !== 'Enter' || event.altKey) return undefined;
  // A screen keyboard has no Shift+Enter worth the name: there Enter begins a line, and the button sends.
  const lines = event.shiftKey || (matchMedia('(pointer: coarse)').matches && !command);
  return lines ? () => to.change(newLine) : to.send;
}

function uniquePeople<T extends { readonly id: string }>(people: readonly T[]): T[] {
  return people.filter((person, at) => people.findIndex(({ id }) => id === person.id) === at);
}
