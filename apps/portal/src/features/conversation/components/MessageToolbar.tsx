'use client';

import type { Message } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { IconButton } from '@hemicycle/ui/IconButton';
import { Ellipsis, Link as LinkIcon, MessageSquare, Pencil, Reply, Trash2 } from '@hemicycle/ui/icons';
import { MenuButton, type MenuEntry } from '@hemicycle/ui/MenuButton';
import { QUICK_EMOJI } from '../lib/emoji';
import { useConversation } from './conversationContext';
import { EmojiButton } from './EmojiButton';

export interface MessageToolbarProps {
  readonly message: Message;
  /** Something it opened is open: it must not go away under it. */
  readonly onHold: (held: boolean) => void;
}

/** What can be done with a message, on its upper edge while it is pointed at or focused. */
export function MessageToolbar({ message, onHold }: MessageToolbarProps) {
  const t = useTranslations('conversation.actions');
  const { actions, compact } = useConversation();
  const { abilities } = message;
  const items: MenuEntry[] = [];
  if (actions.openThread) {
    items.push({
      id: 'unread',
      label: t('markUnread'),
      icon: <MessageSquare />,
      shortcut: 'U',
      onAction: () => actions.markUnread(message),
    });
    items.push({
      id: 'link',
      label: t('copyLink'),
      icon: <LinkIcon />,
      shortcut: 'L',
      onAction: () => actions.copyLink(message),
    });
  }
  if (abilities.edit)
    items.push({
      id: 'edit',
      label: t('edit'),
      icon: <Pencil />,
      shortcut: 'E',
      onAction: () => actions.startEdit(message.id),
    });
  if (abilities.delete) {
    if (items.length > 0) items.push('separator');
    items.push({
      id: 'delete',
      label: t('delete'),
      icon: <Trash2 />,
      shortcut: t('deleteKey'),
      tone: 'danger',
      onAction: () => actions.remove(message),
    });
  }
  return (
    <div className="absolute -top-4 right-2 z-10 flex items-center gap-px rounded-m border border-line bg-surface p-0.5 shadow-2 animate-fade">
      {abilities.react &&
        !compact &&
        QUICK_EMOJI.slice(0, 3).map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-label={t('reactWith', { emoji })}
            onClick={() => actions.react(message, emoji)}
            className="flex size-8 items-center justify-center rounded-[8px] text-md hover:bg-hover touch:size-11"
          >
            {emoji}
          </button>
        ))}
      {abilities.react && (
        <EmojiButton
          label={t('react')}
          shortcut="+"
          onPick={(emoji) => actions.react(message, emoji)}
          onOpenChange={onHold}
        />
      )}
      {abilities.reply && actions.openThread && (
        <IconButton
          label={t('reply')}
          shortcut="R"
          icon={<Reply />}
          size="s"
          onPress={() => actions.openThread?.(message)}
        />
      )}
      {items.length > 0 && (
        <MenuButton
          label={t('more')}
          icon={<Ellipsis />}
          iconOnly
          variant="quiet"
          size="s"
          items={items}
          onOpenChange={onHold}
        />
      )}
    </div>
  );
}
