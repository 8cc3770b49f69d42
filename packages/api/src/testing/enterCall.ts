import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type DisconnectReason, Room, RoomEvent } from '@livekit/rtc-node';

/**
 * A participant without a browser, really connected: signalling and transports. `dispose()` of @livekit/rtc-node ends
 * what is left of all of them.
 * @param url ws address of the media server, or of what stands before it
 * @throws when the media server does not let the token in
 */
export async function enterCall(url: string, token: string): Promise<Room> {
  const bot = new Room();
  await bot.connect(url, token, { autoSubscribe: true, dynacast: false });
  return bot;
}

/** Resolves with why when the connection has ended. */
export const leaving = (bot: Room): Promise<DisconnectReason> =>
  new Promise((resolve) => bot.once(RoomEvent.Disconnected, resolve));

/** What somebody who was put out is given to hear of it. Milliseconds. */
const HEARS_OF_IT = 5_000;

/**
 * Ends a call that the media server may be ending as well: both at once frees what the native client holds twice, which
 * ends the process.
 */
export async function hangUp(bot: Room): Promise<void> {
  const patience = new AbortController();
  const late = delay(HEARS_OF_IT, undefined, { signal: patience.signal }).catch(() => undefined);
  if (bot.isConnected) await Promise.race([leaving(bot), late]);
  patience.abort();
  if (bot.isConnected) await bot.disconnect();
  stopListening(bot);
}

/**
 * Who was put out keeps hearing of everything that happens to all others of the process, and so does everybody who was
 * put out before: after a hundred of them the process does nothing else. The client unhooks only who leaves by themselves.
 */
function stopListening(bot: Room): void {
  const client: unknown = Reflect.get(globalThis, '_ffiClientInstance');
  const listener: unknown = Reflect.get(bot, 'onFfiEvent');
  if (!(client instanceof EventEmitter) || typeof listener !== 'function') {
    throw new Error('the native client keeps its listeners elsewhere now');
  }
  client.off('ffi_event', listener as () => void);
}

export { dispose as disposeCalls, type Room as CallBot } from '@livekit/rtc-node';
