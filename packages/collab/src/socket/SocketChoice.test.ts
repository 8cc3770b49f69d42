import { beforeEach, describe, expect, it } from '@jest/globals';
import { SocketChoice } from './SocketChoice';

const MINUTE = 60_000;
let now: number;
let remembered: string | null;
let choice: SocketChoice;

const open = (): SocketChoice =>
  new SocketChoice({
    now: () => now,
    memory: {
      get: () => remembered,
      set: (value) => {
        remembered = value;
      },
    },
  });

beforeEach(() => {
  now = 1_800_000_000_000;
  remembered = null;
  choice = open();
});

describe('RT-88 which way the connections of a tab go', () => {
  it('a WebSocket first; HTTP once it failed and HTTP got through, and then at once', () => {
    expect(choice.first()).toBe('socket');
    expect(choice.socketFailed()).toBe(true);
    choice.httpAnswered();
    expect(choice.first()).toBe('http');
    expect(open().first()).toBe('http');
  });

  it('a server that is down is no blocked WebSocket', () => {
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(choice.first()).toBe('socket');
      expect(choice.socketFailed()).toBe(true);
      choice.httpFailed();
    }
    expect(open().first()).toBe('socket');
    // It comes back between the WebSocket and the request over HTTP.
    expect(choice.socketFailed()).toBe(true);
    expect(choice.httpAnswered()).toBe(false);
    expect(choice.first()).toBe('socket');
    choice.socketOpened();
    expect(choice.first()).toBe('socket');
  });

  it('a server that is down does not unblock WebSockets', () => {
    choice.first();
    choice.socketFailed();
    expect(choice.httpAnswered()).toBe(true);
    choice.httpFailed();
    expect(choice.first()).toBe('http');
    expect(choice.httpAnswered()).toBe(true);
  });

  it('where a WebSocket has opened before, one that fails is not a network that blocks', () => {
    choice.first();
    choice.socketOpened();
    expect([choice.socketFailed(), choice.socketFailed(), choice.socketFailed()]).toEqual([
      false,
      false,
      true,
    ]);
    choice.httpAnswered();
    expect(choice.first()).toBe('http');
    choice.socketOpened();
    expect(choice.first()).toBe('socket');
    expect(choice.socketFailed()).toBe(false);
  });

  it('a WebSocket is tried again after a while, also after a reload, and a fault that passed is forgotten', () => {
    choice.first();
    choice.socketFailed();
    choice.httpAnswered();
    now += 4 * MINUTE;
    choice = open();
    expect(choice.first()).toBe('http');
    now += 2 * MINUTE;
    expect(choice.first()).toBe('socket');
    expect(choice.socketFailed()).toBe(true);
    choice.httpAnswered();
    expect(choice.first()).toBe('http');
    now += 6 * MINUTE;
    expect(choice.first()).toBe('socket');
    choice.socketOpened();
    expect(choice.first()).toBe('socket');
    expect(open().first()).toBe('socket');
  });
});
