'use client';

import { cx } from '@hemicycle/ui/lib/cx';
import { Tooltip } from '@hemicycle/ui/Tooltip';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';

export interface PreviewToggleProps {
  readonly isOn: boolean;
  readonly on: ReactNode;
  readonly off: ReactNode;
  readonly label: string;
  readonly shortcut: string;
  readonly onPress: () => void;
}

/** A switch on the picture; red while the source is off, so that nobody goes in silent without knowing. */
export function PreviewToggle({ isOn, on, off, label, shortcut, onPress }: PreviewToggleProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton
        aria-label={label}
        onPress={onPress}
        className={cx(
          'inline-flex h-12 w-14 items-center justify-center rounded-m text-white transition-colors forced-line',
          isOn ? 'bg-black/80 hover:bg-black' : 'bg-leave hover:bg-leave/90',
        )}
      >
        {isOn ? on : off}
      </AriaButton>
    </Tooltip>
  );
}
