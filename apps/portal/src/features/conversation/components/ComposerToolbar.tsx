'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { IconButton } from '@hemicycle/ui/IconButton';
import { AtSign, Bold, Italic, List } from '@hemicycle/ui/icons';
import { AttachButton } from './AttachButton';
import { EmojiButton } from './EmojiButton';

export type Format = 'bold' | 'italic' | 'list';

export interface ComposerToolbarProps {
  readonly spaceId: string;
  readonly onFormat: (format: Format) => void;
  readonly onMention: () => void;
  readonly onEmoji: (char: string) => void;
  readonly onDocument: (document: { id: string; title: string }) => void;
}

/** What a text can be given besides letters. */
export function ComposerToolbar(props: ComposerToolbarProps) {
  const { spaceId, onFormat, onMention, onEmoji, onDocument } = props;
  const t = useTranslations('conversation.composer');
  return (
    <fieldset
      aria-label={t('tools')}
      className="m-0 border-0 p-0 flex min-w-0 flex-wrap items-center gap-1 touch:gap-0"
    >
      <IconButton
        size="s"
        label={t('bold')}
        shortcut={t('boldKey')}
        icon={<Bold />}
        onPress={() => onFormat('bold')}
      />
      <IconButton
        size="s"
        label={t('italic')}
        shortcut={t('italicKey')}
        icon={<Italic />}
        onPress={() => onFormat('italic')}
      />
      <IconButton
        size="s"
        label={t('list')}
        shortcut={t('listKey')}
        icon={<List />}
        onPress={() => onFormat('list')}
      />
      <span aria-hidden="true" className="mx-1 hidden h-5 w-px bg-line-strong sm:block" />
      <IconButton size="s" label={t('mention')} shortcut="@" icon={<AtSign />} onPress={onMention} />
      <EmojiButton label={t('emoji')} onPick={onEmoji} />
      <AttachButton spaceId={spaceId} onPick={onDocument} />
    </fieldset>
  );
}
