'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode, RefObject } from 'react';
import { Keyboard } from 'react-aria-components/Keyboard';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { Check } from './icons';
import { cx } from './lib/cx';
import { optionClass, popoverClass } from './lib/popoverClass';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: ReactNode;
  /** As shown, for example `Ctrl B`. */
  readonly shortcut?: string;
  /** Leads there instead of, or after, acting. */
  readonly href?: string;
  readonly onAction?: () => void;
  readonly tone?: 'danger';
  readonly isDisabled?: boolean;
  /** Given: the entry shows whether it is the chosen one. */
  readonly isSelected?: boolean;
}
export type MenuEntry = MenuAction | 'separator';

export interface MenuOverlayProps {
  readonly triggerRef: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly items: readonly MenuEntry[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly placement: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right bottom';
  readonly header?: ReactNode;
}

/** The open menu of a MenuButton. Also usable alone on any anchor, for example a context menu. */
export function MenuOverlay(props: MenuOverlayProps) {
  const { triggerRef, label, items, isOpen, onOpenChange, placement, header } = props;
  const router = useRouter();
  const act = (item: MenuAction) => {
    onOpenChange(false);
    item.onAction?.();
    if (item.href) router.push(item.href);
  };
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement={placement}
      offset={6}
      className={cx(popoverClass, 'max-w-[min(22rem,calc(100vw-16px))] min-w-[200px] overflow-auto p-1')}
    >
      {header && <div className="px-2.5 pt-2 pb-2.5">{header}</div>}
      {header && <div className="mb-1 border-t border-line" />}
      <Menu aria-label={label} autoFocus="first" className="outline-none">
        {groups(items).map((group, index) => (
          <MenuSection key={group[0]?.id ?? index} aria-label={label}>
            {index > 0 && <Separator className="my-1 border-t border-line" />}
            {group.map((item) => (
              <MenuItem
                key={item.id}
                id={item.id}
                textValue={item.label}
                isDisabled={item.isDisabled ?? false}
                onAction={() => act(item)}
                className={cx(
                  optionClass,
                  item.tone === 'danger' &&
                    'text-danger data-[focused]:text-danger [&>svg.lucide]:text-danger!',
                )}
              >
                {item.icon}
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{item.label}</span>
                  {item.detail && <span className="block text-sm text-ink-3">{item.detail}</span>}
                </span>
                {item.shortcut && (
                  <Keyboard className="font-sans text-xs text-ink-3">{item.shortcut}</Keyboard>
                )}
                {item.isSelected !== undefined && (
                  <Check className={cx('size-4', !item.isSelected && 'invisible')} />
                )}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  );
}

function groups(items: readonly MenuEntry[]): MenuAction[][] {
  const result: MenuAction[][] = [[]];
  for (const item of items) {
    if (item === 'separator') result.push([]);
    else result.at(-1)?.push(item);
  }
  return result.filter((group) => group.length > 0);
}
