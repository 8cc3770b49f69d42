'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { onStepUp } from '@/lib/session/stepUp';
import type { StepUpDialogProps } from './StepUpDialog';

/** Answers every action that is refused until one signs in again, wherever on the page it was asked for. */
export function StepUp() {
  const [Dialog, setDialog] = useState<ComponentType<StepUpDialogProps> | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(
    () =>
      onStepUp(() => {
        import('./StepUpDialog').then(
          ({ StepUpDialog }) => {
            setDialog(() => StepUpDialog);
            setOpen(true);
          },
          // A new build: the action's own message stays, and the next page has the dialog.
          () => undefined,
        );
      }),
    [],
  );
  return Dialog && open ? <Dialog onClose={() => setOpen(false)} /> : null;
}
