import type { MailTask, Operation } from '@hemicycle/core';
import type { ComposedMail } from '../MailMessage';
import type { ComposeParts } from './ComposeParts';
import { composeBreakGlass } from './composeBreakGlass';
import { composeGuestCode } from './composeGuestCode';
import { composeGuestInvitation } from './composeGuestInvitation';
import { composeGuestReturn } from './composeGuestReturn';
import { composeNotifications } from './composeNotifications';

/** What a job says when it goes out; null: there is nothing to say any more, or nobody to say it to. */
export function composeMail(
  op: Operation,
  parts: ComposeParts,
  task: MailTask,
): Promise<ComposedMail | null> {
  switch (task.kind) {
    case 'notifications':
      return composeNotifications(op, parts, task);
    case 'guestInvitation':
      return composeGuestInvitation(op, parts, task);
    case 'guestReturn':
      return composeGuestReturn(op, parts, task);
    case 'guestCode':
      return composeGuestCode(op, task);
    case 'breakGlass':
      return composeBreakGlass(op, parts, task);
  }
}
