export type { Transport } from '../socket/SocketChoice';
export {
  type ConnectDocumentOptions,
  connectDocument,
  type DocumentHandle,
  type DocumentTicket,
  type LoadedCopy,
  TicketRefused,
} from './connectDocument';
export type { DocumentStatus } from './documentStatus';
export { type CopyState, DocumentCopy } from './offline/DocumentCopy';
export { warnBeforeLeaving } from './warnBeforeLeaving';
