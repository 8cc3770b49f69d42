export { countUnread } from './countUnread';
export { listNotifications } from './listNotifications';
export { getNotificationSettings, setNotificationSettings } from './notificationSettings';
export { type Digest, readDigest } from './readDigest';
export { readNotifications } from './readNotifications';
export { startMentionTelling } from './startMentionTelling';
export { tellDocumentMentions } from './tellDocumentMentions';
