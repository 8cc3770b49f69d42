import type { NotificationKind } from '@hemicycle/contracts';

/** What is read of a notification to present it. */
export interface NotificationRow {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly actorId: string | null;
  readonly spaceId: string;
  readonly documentId: string | null;
  readonly messageId: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export const NOTIFICATION_ROW = {
  id: true,
  kind: true,
  actorId: true,
  spaceId: true,
  documentId: true,
  messageId: true,
  createdAt: true,
  readAt: true,
} as const;
