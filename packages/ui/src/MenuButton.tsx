'use client';

import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { type ButtonSize, type ButtonVariant, buttonClass, iconButtonClass } from './lib/buttonClass';
import type { MenuEntry } from './MenuOverlay';
import { Tooltip } from './Tooltip';

export type { MenuEntry } from './MenuOverlay';

const loadOverlay = () => import('./MenuOverlay');
const MenuOverlay = lazy(() => loadOverlay().then((module) => ({ default: module.MenuOverlay })));

export interface MenuButtonProps {
  /** The button's words, or its name when only `icon` is shown. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly iconOnly?: boolean;
  readonly items: readonly MenuEntry[];
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right bottom';
  readonly className?: string;
  /** Replaces the look: for a trigger that is an avatar or a tile. `className` is then all it wears. */
  readonly children?: ReactNode;
  readonly isDisabled?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  /** A line above the entries, such as who is signed in. */
  readonly header?: ReactNode;
}

/**
 * A button that opens a menu. The menu's code (React Aria's overlay and collection, 40 kB) is fetched when a pointer
 * or focus comes near, so that first loads do not carry it.
 */
export function MenuButton(props: MenuButtonProps) {
  const { label, icon, iconOnly = false, items, placement = 'bottom end', children, header } = props;
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const near = () => void loadOverlay();
  const change = (next: boolean) => {
    if (next) setWanted(true);
    setOpen(next);
    props.onOpenChange?.(next);
  };
  const look = {
    ...(props.variant && { variant: props.variant }),
    ...(props.size && { size: props.size }),
    className: `aria-expanded:bg-hover ${props.className ?? ''}`,
  };
  const bare = iconOnly || children !== undefined;
  const button = (
    <AriaButton
      ref={trigger}
      {...(bare && { 'aria-label': label })}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      isDisabled={props.isDisabled ?? false}
      onHoverStart={near}
      onFocus={near}
      onPress={() => change(!isOpen)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') change(true);
        else event.continuePropagation();
      }}
      className={
        children !== undefined
          ? (props.className ?? '')
          : iconOnly
            ? iconButtonClass(look)
            : buttonClass(look)
      }
    >
      {children ?? (
        <>
          {icon}
          {!iconOnly && label}
        </>
      )}
    </AriaButton>
  );
  return (
    <>
      {iconOnly ? <Tooltip text={label}>{button}</Tooltip> : button}
      {wanted && (
        <Suspense>
          <MenuOverlay
            triggerRef={trigger}
            label={label}
            items={items}
            isOpen={isOpen}
            onOpenChange={change}
            placement={placement}
            header={header}
          />
        </Suspense>
      )}
    </>
  );
}
