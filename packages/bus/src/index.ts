export type { Bus, BusRecord, BusSubscriber } from './bus';
export { createListener, type Listener, type ListenerEvents } from './createListener';
export { createPostgresBus, EVENTS_CHANNEL } from './createPostgresBus';
export { publishRow } from './publishRow';
export { retryDelay } from './retryDelay';
