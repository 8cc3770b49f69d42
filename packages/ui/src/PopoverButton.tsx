'use client';

import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { type ButtonSize, type ButtonVariant, buttonClass, iconButtonClass } from './lib/buttonClass';
import { Tooltip } from './Tooltip';

const loadOverlay = () => import('./PopoverOverlay');
const PopoverOverlay = lazy(() => loadOverlay().then((module) => ({ default: module.PopoverOverlay })));

export interface PopoverButtonProps {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly iconOnly?: boolean;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly placement?: 'bottom start' | 'bottom end' | 'bottom' | 'top' | 'top start' | 'top end';
  readonly className?: string;
  readonly isDisabled?: boolean;
  /** The content; `close` puts it away. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel. The overlay's code is fetched when a pointer or focus comes near. */
export function PopoverButton(props: PopoverButtonProps) {
  const { label, icon, iconOnly = false, placement = 'bottom end', children } = props;
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const near = () => void loadOverlay();
  const look = {
    ...(props.variant && { variant: props.variant }),
    ...(props.size && { size: props.size }),
    className: `aria-expanded:bg-hover ${props.className ?? ''}`,
  };
  const button = (
    <AriaButton
      ref={trigger}
      {...(iconOnly && { 'aria-label': label })}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      isDisabled={props.isDisabled ?? false}
      onHoverStart={near}
      onFocus={near}
      onPress={() => {
        setWanted(true);
        setOpen(!isOpen);
      }}
      className={iconOnly ? iconButtonClass(look) : buttonClass(look)}
    >
      {icon}
      {!iconOnly && label}
    </AriaButton>
  );
  return (
    <>
      {iconOnly ? <Tooltip text={label}>{button}</Tooltip> : button}
      {wanted && (
        <Suspense>
          <PopoverOverlay
            triggerRef={trigger}
            label={label}
            isOpen={isOpen}
            onOpenChange={setOpen}
            placement={placement}
          >
            {children(() => setOpen(false))}
          </PopoverOverlay>
        </Suspense>
      )}
    </>
  );
}
