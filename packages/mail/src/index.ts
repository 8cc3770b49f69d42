export { type MailPace, type MailWorkerParts, startMailWorker } from './startMailWorker';
