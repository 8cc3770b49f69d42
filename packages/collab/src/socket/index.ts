export { createFallbackSocket } from './createFallbackSocket';
export type { Transport } from './SocketChoice';
