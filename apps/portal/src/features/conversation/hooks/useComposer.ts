'use client';

import { LIMITS, type PersonSummary } from '@hemicycle/contracts';
import { type ChangeEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Format } from '../components/ComposerToolbar';
import { composerKey } from '../components/composerKeys';
import { applyChange } from '../composer/applyChange';
import { type Draft, isEmptyDraft } from '../composer/Draft';
import { encodeDraft } from '../composer/encodeDraft';
import type { TextChange } from '../composer/TextChange';
import { toggleList } from '../composer/toggleList';
import { toggleMark } from '../composer/toggleMark';
import { useMentions } from './useMentions';

export interface ComposerParts {
  readonly spaceId: string;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onSend: (body: string) => void;
  /** Escape; without it the key does nothing. */
  readonly onEscape?: () => void;
  /** Arrow up in an empty text. */
  readonly onUp?: () => void;
  readonly autoFocus?: boolean;
}

/** What a composer does with keys, buttons and names; how it looks is `Composer`'s. */
export function useComposer(parts: ComposerParts) {
  const { spaceId, draft, onDraft, onSend, onEscape, onUp, autoFocus } = parts;
  const field = useRef<HTMLTextAreaElement>(null);
  const [wanted, setWanted] = useState(autoFocus ?? false);
  const mentions = useMentions(spaceId, wanted);
  const mentioned = useRef<readonly { id: string; name: string }[]>([]);
  const body = encodeDraft(draft);
  const over = Math.max(0, body.length - LIMITS.messageLength);
  const ready = !isEmptyDraft(draft) && over === 0;

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
    change((_, from, to) => {
      const end = from + text.length;
      return { from, to, insert: text, selectFrom: end, selectTo: end };
    });
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
    const up = draft.text === '' ? onUp : undefined;
    const act = composerKey(event, { send, format, up, escape: onEscape, change });
    if (!act) return;
    event.preventDefault();
    act();
  };
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const text = event.target.value;
    const known = [...draft.people, ...mentioned.current];
    const people = known.filter(
      ({ id, name }, at) => known.findIndex((other) => other.id === id) === at && text.includes(`@${name}`),
    );
    onDraft({ ...draft, text, people });
    mentions.look(text, event.target.selectionStart);
  };
  const attach = (document: { id: string; title: string }) =>
    onDraft({ ...draft, documents: [...draft.documents.filter(({ id }) => id !== document.id), document] });
  const detach = (documentId: string) =>
    onDraft({ ...draft, documents: draft.documents.filter(({ id }) => id !== documentId) });
  const onFocus = () => setWanted(true);
  return {
    field,
    mentions,
    over,
    ready,
    send,
    insert,
    pick,
    format,
    onKeyDown,
    onChange,
    onFocus,
    attach,
    detach,
  };
}
