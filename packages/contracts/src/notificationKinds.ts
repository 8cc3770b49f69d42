/** What somebody is told of: being named, an answer to their message, access they got, access somebody asks them for. */
export const NOTIFICATION_KINDS = ['mention', 'reply', 'invitation', 'request'] as const;
