export type { Bus, BusRecord, BusSubscriber } from './bus';
export { createBus } from './createBus';
export { createWakeUps } from './createWakeUps';
export { publishRow } from './publishRow';
export { retryDelay } from './retryDelay';
export { WAKE_UP_BYTES, type WakeUpListener, type WakeUps } from './wakeUps';
