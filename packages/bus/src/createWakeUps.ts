import { createPostgresWakeUps } from './createPostgresWakeUps';
import { createValkeyWakeUps } from './createValkeyWakeUps';
import type { WakeUps } from './wakeUps';

/** By Valkey where its address is given, by the database otherwise. */
export function createWakeUps(from: { databaseUrl: string; busUrl: string | null }): WakeUps {
  return from.busUrl === null ? createPostgresWakeUps(from.databaseUrl) : createValkeyWakeUps(from.busUrl);
}
