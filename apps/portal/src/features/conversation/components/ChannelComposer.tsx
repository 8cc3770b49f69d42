'use client';

import type { Ref } from 'react';
import { EMPTY_DRAFT } from '../composer/Draft';
import { useDraft } from '../hooks/useDraft';
import type { ConversationStore } from '../store/ConversationStore';
import { newMessageId } from '../store/newMessageId';
import { storageKey } from '../store/storageKey';
import type { TimelineScope } from '../timeline/timelineTypes';
import { Composer, type ComposerHandle } from './Composer';
import { useConversation } from './conversationContext';
import { SendButton } from './SendButton';

export interface ChannelComposerProps {
  readonly store: ConversationStore;
  readonly scope: TimelineScope;
  readonly label: string;
  readonly onSent: () => void;
  readonly onUp: () => void;
  readonly onEscape?: () => void;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<ComposerHandle>;
}

/** Writes new messages of a channel or a thread; the draft waits in the browser. */
export function ChannelComposer(props: ChannelComposerProps) {
  const { store, scope, label, onSent, onUp, onEscape, autoFocus, ref } = props;
  const { channel, meId, compact } = useConversation();
  const [draft, setDraft] = useDraft(storageKey('draft', meId, scope));
  const send = (body: string) => {
    store.outbox.send(newMessageId(), body, new Date().toISOString());
    setDraft(EMPTY_DRAFT);
    onSent();
  };
  return (
    <Composer
      {...(ref && { ref })}
      spaceId={channel.spaceId}
      label={label}
      draft={draft}
      onDraft={setDraft}
      onSend={send}
      onUp={onUp}
      {...(onEscape && { onEscape })}
      autoFocus={autoFocus ?? false}
      buttons={(onSend, ready) => (
        <SendButton onSend={onSend} ready={ready} hint={!compact && scope.parentId === null} />
      )}
    />
  );
}
