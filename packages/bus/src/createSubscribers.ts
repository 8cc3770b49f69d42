import type { Logger } from '@hemicycle/observability';
import type { BusRecord, BusSubscriber } from './bus';

/** The subscribers of one bus. One that throws is logged and does not keep a record from the others. */
export function createSubscribers(log: Logger) {
  const subscribers = new Set<BusSubscriber>();
  const each = (call: (subscriber: BusSubscriber) => void): void => {
    for (const subscriber of subscribers) {
      try {
        call(subscriber);
      } catch (err) {
        log.error({ err }, 'subscriber failed');
      }
    }
  };
  return {
    add: (given: BusSubscriber | ((record: BusRecord) => void)): (() => void) => {
      const subscriber = typeof given === 'function' ? { onRecord: given } : given;
      subscribers.add(subscriber);
      return () => void subscribers.delete(subscriber);
    },
    deliver: (record: BusRecord): void => each((subscriber) => subscriber.onRecord(record)),
    gap: (): void => each((subscriber) => subscriber.onGap?.()),
    clear: (): void => subscribers.clear(),
  };
}
