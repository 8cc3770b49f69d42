'use client';

import type { Message } from '@hemicycle/contracts';
import { useLocale, useTranslations } from '@hemicycle/i18n/client';
import { cx } from '@hemicycle/ui/lib/cx';
import { Tooltip } from '@hemicycle/ui/Tooltip';
import { useConversation } from './conversationContext';
import { EmojiButton } from './EmojiButton';

/** Who reacted how; a press adds one's own or takes it back. */
export function Reactions({ message }: { readonly message: Message }) {
  const t = useTranslations('conversation');
  const locale = useLocale();
  const { actions } = useConversation();
  if (message.reactions.length === 0) return null;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return (
    <ul aria-label={t('reactions.label')} className="mt-1 flex flex-wrap items-center gap-1.5">
      {message.reactions.map(({ emoji, count, mine, people }) => {
        const others = count - people.length;
        const who = list.format(others > 0 ? [...people, t('reactions.others', { count: others })] : people);
        return (
          <li key={emoji}>
            <Tooltip text={who}>
              <button
                type="button"
                aria-pressed={mine}
                aria-label={t('reactions.one', { emoji, count, who })}
                disabled={!message.abilities.react}
                onClick={() => actions.react(message, emoji)}
                className={cx(
                  'inline-flex h-[26px] items-center gap-1.5 rounded-full border px-2 text-sm font-medium tabular transition-[background-color,border-color] touch:h-9 touch:px-3',
                  mine
                    ? 'border-primary bg-primary-soft text-primary-ink'
                    : 'border-line bg-surface text-ink-2 enabled:hover:border-line-control',
                )}
              >
                <span className="text-base leading-none">{emoji}</span>
                {count}
              </button>
            </Tooltip>
          </li>
        );
      })}
      {message.abilities.react && (
        <li>
          <EmojiButton
            label={t('reactions.add')}
            variant="secondary"
            onPick={(emoji) => actions.react(message, emoji)}
            className="!h-[26px] !min-h-0 !w-[34px] !rounded-full !border-line touch:!h-9 touch:!w-11 [&_svg.lucide]:size-4"
          />
        </li>
      )}
    </ul>
  );
}
