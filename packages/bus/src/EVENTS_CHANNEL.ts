/** Channel of the outbox; the payload is a row's id. */
export const EVENTS_CHANNEL = 'hemicycle_events';
