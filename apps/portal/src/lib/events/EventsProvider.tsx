'use client';

import type { LiveEvent } from '@hemicycle/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { api } from '../api';
import { signInPath } from '../signInPath';
import { TabSocket } from '../tabSocket';
import { type ConnectionState, EventsConnection } from './EventsConnection';
import { type EventsBus, EventsContext } from './eventsContext';

/** Holds the page's one socket of live events and hands them round. */
export function EventsProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<ConnectionState>('connecting');
  const listeners = useRef(new Set<(event: LiveEvent) => void>());
  const resetListeners = useRef(new Set<() => void>());
  const signingOut = useRef(false);
  const bus = useMemo<EventsBus>(
    () => ({
      onEvent: (listener) => subscribe(listeners.current, listener),
      onReset: (listener) => subscribe(resetListeners.current, listener),
      expectSignOut: () => {
        signingOut.current = true;
        return () => {
          signingOut.current = false;
        };
      },
    }),
    [],
  );
  useEffect(() => {
    const connection = new EventsConnection({
      ticket: async () => (await api('POST /tickets', { body: { purpose: 'events' } })).ticket,
      open: (ticket, handlers) => {
        const socket = new TabSocket(socketUrl(ticket));
        socket.onmessage = ({ data }) => handlers.onMessage(data);
        socket.onclose = ({ code }) => handlers.onClose(code);
        return socket;
      },
      schedule: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      random: Math.random,
      onEvent: (event) => {
        for (const listener of listeners.current) listener(event);
      },
      onReset: () => {
        void queries.invalidateQueries();
        for (const listener of resetListeners.current) listener();
      },
      onState: setState,
      onSignedOut: () => {
        if (signingOut.current) return;
        location.assign(signInPath(location.pathname + location.search, 'session_expired'));
      },
    });
    const hurry = () => connection.hurry();
    window.addEventListener('online', hurry);
    connection.start();
    return () => {
      window.removeEventListener('online', hurry);
      connection.stop();
    };
  }, [queries]);
  const value = useMemo(() => ({ bus, state }), [bus, state]);
  return <EventsContext value={value}>{children}</EventsContext>;
}

function socketUrl(ticket: string): string {
  const url = new URL('/realtime/events', location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('ticket', ticket);
  return url.href;
}

function subscribe<T>(set: Set<T>, listener: T): () => void {
  set.add(listener);
  return () => void set.delete(listener);
}
