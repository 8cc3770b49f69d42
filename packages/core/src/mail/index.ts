export { MailTask, type MailTaskOf } from './MailTask';
export { type QueueMailOptions, queueMail } from './queueMail';
