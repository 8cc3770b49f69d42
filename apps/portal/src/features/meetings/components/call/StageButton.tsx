'use client';

import { IconButton } from '@hemicycle/ui/IconButton';
import type { ReactNode } from 'react';

export interface StageButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

/** A small button on the stage. */
export function StageButton({ label, icon, isDisabled = false, onPress }: StageButtonProps) {
  return (
    <IconButton
      size="s"
      label={label}
      icon={icon}
      isDisabled={isDisabled}
      onPress={onPress}
      className="text-white hover:bg-white/15 hover:text-white"
    />
  );
}
