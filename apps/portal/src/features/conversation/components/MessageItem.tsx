'use client';

import type { Message } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Badge } from '@hemicycle/ui/Badge';
import { cx } from '@hemicycle/ui/lib/cx';
import { memo, useState } from 'react';
import { useLocalFormat } from '../hooks/useLocalFormat';
import { useConversation } from './conversationContext';
import { DocumentCard } from './DocumentCard';
import { EditMessage } from './EditMessage';
import { MessageBody } from './MessageBody';
import { MessageToolbar } from './MessageToolbar';
import { Reactions } from './Reactions';
import { ThreadLink } from './ThreadLink';

export interface MessageItemProps {
  readonly message: Message;
  /** Of the same person as the one above, a moment later: no picture, no name. */
  readonly continues: boolean;
  /** In the order of the Tab key: one message of a list is. */
  readonly tabbable: boolean;
}

/** One message. Focusable as a whole; what it can do shows while it is pointed at or focused. */
export const MessageItem = memo(function MessageItem({ message, continues, tabbable }: MessageItemProps) {
  const t = useTranslations('conversation');
  const format = useLocalFormat();
  const { editingId, highlightId, removing, compact } = useConversation();
  const [near, setNear] = useState(false);
  const [held, setHeld] = useState(false);
  const at = new Date(message.createdAt);
  const time = format.dateTime(at, { hour: '2-digit', minute: '2-digit' });
  const full = format.dateTime(at, { dateStyle: 'full', timeStyle: 'short' });
  const gone = message.deletedAt !== null || removing.has(message.id);
  const editing = editingId === message.id;
  return (
    <article
      tabIndex={tabbable ? 0 : -1}
      data-message={message.id}
      data-seq={message.seq}
      aria-label={t('messageBy', { name: message.author.name, when: full })}
      onPointerEnter={(event) => event.pointerType === 'mouse' && setNear(true)}
      onPointerLeave={() => setNear(false)}
      // A finger has no hover: a tap on the message shows what it can do.
      onPointerUp={(event) => event.pointerType !== 'mouse' && setNear(true)}
      onFocus={(event) => event.target.matches(':focus-visible') && setNear(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setNear(false)}
      className={cx(
        'group relative -mx-2 grid grid-cols-[36px_minmax(0,1fr)] gap-x-3 rounded-m px-2 focus-visible:outline-offset-[-2px]',
        continues ? 'py-0.5' : 'mt-3 pt-1 pb-0.5',
        (near || held) && !editing && 'bg-sunken',
        highlightId === message.id && 'bg-primary-soft [&_.text-ink-3]:text-ink-2',
      )}
    >
      {continues ? (
        <time
          dateTime={message.createdAt}
          title={full}
          className="pt-[3px] text-right text-2xs text-ink-3 tabular opacity-0 group-hover:opacity-100 group-focus-within:opacity-100"
        >
          {time}
        </time>
      ) : (
        <Avatar name={message.author.name} hue={message.author.hue} size="l" className="mt-0.5" />
      )}
      <div className="flex min-w-0 flex-col">
        {!continues && (
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="text-md font-semibold">{message.author.name}</span>
            {message.author.guest && <Badge tone="amber">{t('guest')}</Badge>}
            <time dateTime={message.createdAt} title={full} className="text-sm text-ink-3 tabular">
              {time}
            </time>
          </p>
        )}
        {editing ? (
          <EditMessage message={message} />
        ) : gone ? (
          <Gone message={message} />
        ) : (
          <Words message={message} />
        )}
        <ThreadLink message={message} />
        {!gone && !editing && <Reactions message={message} />}
      </div>
      {(near || held) && !editing && !gone && <MessageToolbar message={message} onHold={setHeld} />}
      {compact && <span className="sr-only">{full}</span>}
    </article>
  );
});

function Words({ message }: { readonly message: Message }) {
  const t = useTranslations('conversation');
  const format = useLocalFormat();
  return (
    <>
      <MessageBody body={message.body} documents={message.documents} />
      {message.editedAt && (
        <span
          title={format.dateTime(new Date(message.editedAt), { dateStyle: 'full', timeStyle: 'short' })}
          className="text-xs text-ink-3"
        >
          {t('edited')}
        </span>
      )}
      {message.documents.length > 0 && (
        <div className="mt-2 mb-1 flex flex-col gap-2">
          {message.documents.map((document) => (
            <DocumentCard key={document.id} document={document} />
          ))}
        </div>
      )}
    </>
  );
}

function Gone({ message }: { readonly message: Message }) {
  const t = useTranslations('conversation');
  const { actions, removing } = useConversation();
  return (
    <p className="flex items-center gap-2 text-md text-ink-3 italic">
      {t('deleted')}
      {removing.has(message.id) && (
        <button
          type="button"
          onClick={() => actions.undoRemove(message.id)}
          className="min-h-6 rounded-s px-1.5 font-semibold text-primary-ink not-italic hover:bg-hover touch:min-h-11"
        >
          {t('undoDelete')}
        </button>
      )}
    </p>
  );
}
