'use client';

import { type Message, type MessageBlock, type MessageInline, parseMessageBody } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Lock } from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import Link from 'next/link';
import { Fragment, type ReactNode, useMemo } from 'react';
import { isOnlyEmoji } from '../lib/isOnlyEmoji';
import { useConversation } from './conversationContext';

export interface MessageBodyProps {
  readonly body: string;
  readonly documents: Message['documents'];
}

/** A message's text as elements; nothing of it is ever read as HTML. */
export function MessageBody({ body, documents }: MessageBodyProps) {
  const blocks = useMemo(() => parseMessageBody(body).filter((block) => !isOnlyDocuments(block)), [body]);
  if (blocks.length === 0) return null;
  return (
    <div
      className={cx(
        'flex max-w-[68ch] flex-col gap-1.5 break-words text-ink [overflow-wrap:anywhere]',
        isOnlyEmoji(body) ? 'text-[28px] leading-9' : 'text-md',
      )}
    >
      {keyed(blocks).map(([key, block]) => (
        <Block key={key} block={block} documents={documents} />
      ))}
    </div>
  );
}

/** A body's parts have no identity but their place, and are drawn anew when it changes. */
function keyed<T>(parts: readonly T[]): [string, T][] {
  return parts.map((part, index) => [`${index}`, part]);
}

/** Documents alone on their lines are shown as cards under the text. */
function isOnlyDocuments(block: MessageBlock): boolean {
  return (
    block.type === 'paragraph' &&
    block.children.some((node) => node.type === 'document') &&
    block.children.every(
      (node) =>
        node.type === 'document' ||
        node.type === 'break' ||
        (node.type === 'text' && node.text.trim() === ''),
    )
  );
}

function Block({
  block,
  documents,
}: {
  readonly block: MessageBlock;
  readonly documents: Message['documents'];
}) {
  if (block.type === 'code') {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: wide code scrolls, and must scroll by keyboard
      <pre tabIndex={0} className="overflow-x-auto rounded-s border border-line bg-sunken px-3 py-2 text-sm">
        <code className="font-mono">{block.text}</code>
      </pre>
    );
  }
  if (block.type === 'paragraph') {
    return (
      <p>
        <Inline nodes={trailingDocumentsCut(block.children)} documents={documents} />
      </p>
    );
  }
  const items = keyed(block.items).map(([key, nodes]) => (
    <li key={key}>
      <Inline nodes={nodes} documents={documents} />
    </li>
  ));
  return block.ordered ? (
    <ol start={block.first} className="list-decimal pl-6">
      {items}
    </ol>
  ) : (
    <ul className="list-disc pl-6">{items}</ul>
  );
}

/** Documents on the last lines of a paragraph have their cards; only those inside a sentence stay in it. */
function trailingDocumentsCut(nodes: readonly MessageInline[]): readonly MessageInline[] {
  let end = nodes.length;
  while (end >= 2 && nodes[end - 1]?.type === 'document' && nodes[end - 2]?.type === 'break') end -= 2;
  return nodes.slice(0, end);
}

interface InlineProps {
  readonly nodes: readonly MessageInline[];
  readonly documents: Message['documents'];
}

function Inline({ nodes, documents }: InlineProps): ReactNode {
  return keyed(nodes).map(([key, node]) => (
    <Fragment key={key}>
      <Node node={node} documents={documents} />
    </Fragment>
  ));
}

const linkClass =
  'text-primary-ink underline decoration-primary/40 underline-offset-2 hover:decoration-current';

function Node({
  node,
  documents,
}: {
  readonly node: MessageInline;
  readonly documents: Message['documents'];
}): ReactNode {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'break':
      return <br />;
    case 'bold':
      return (
        <strong className="font-semibold">
          <Inline nodes={node.children} documents={documents} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inline nodes={node.children} documents={documents} />
        </em>
      );
    case 'code':
      return (
        <code className="rounded-s border border-line bg-sunken px-1 py-px font-mono text-[0.88em]">
          {node.text}
        </code>
      );
    case 'link':
      return (
        <a href={node.href} target="_blank" rel="noopener noreferrer nofollow" className={linkClass}>
          {node.text}
        </a>
      );
    case 'mention':
      return <MentionMark userId={node.id} name={node.label} />;
    case 'document':
      return <DocumentMark documentId={node.id} documents={documents} />;
  }
}

function MentionMark({ userId, name }: { readonly userId: string; readonly name: string }) {
  const { meId } = useConversation();
  return (
    <span
      className={cx(
        'font-semibold text-primary-ink',
        userId === meId && 'rounded-s bg-primary-soft px-1 py-px ring-1 ring-primary/15',
      )}
    >
      {`@${name}`}
    </span>
  );
}

function DocumentMark({
  documentId,
  documents,
}: {
  readonly documentId: string;
  readonly documents: Message['documents'];
}) {
  const t = useTranslations('conversation');
  const { onOpenDocument } = useConversation();
  const document = documents.find(({ id }) => id === documentId);
  if (document && onOpenDocument)
    return (
      <button type="button" onClick={() => onOpenDocument(document.id)} className={linkClass}>
        {document.title}
      </button>
    );
  if (document)
    return (
      <Link href={`/documents/${document.id}`} className={linkClass}>
        {document.title}
      </Link>
    );
  return (
    <span className="text-ink-3">
      <Lock className="mr-1 inline size-3.5 align-[-2px]" />
      {t('document.hidden')}
    </span>
  );
}
