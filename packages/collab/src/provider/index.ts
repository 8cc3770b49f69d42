export type { Transport } from '../socket/SocketChoice';
export {
  type ConnectDocumentOptions,
  connectDocument,
  type DocumentHandle,
  type DocumentTicket,
  TicketRefused,
} from './connectDocument';
export type { DocumentStatus } from './documentStatus';
export { warnBeforeLeaving } from './warnBeforeLeaving';
