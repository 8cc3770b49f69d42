import type { Joined } from '../load/orders';
import type { Figures, Measured, Medians } from './scenario';

const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** The figures every writing scenario shows. */
export function figuresOf(measured: Measured, joined: Joined): Figures {
  const { serverCpu, postgresCpu, deliveries, updates, text, acknowledged } = measured;
  return {
    'CPU-ms/1,000 deliveries': round(serverCpu / (deliveries / 1_000)),
    'CPU-ms/1,000 updates': round(serverCpu / (updates / 1_000), 1),
    'p50 ms': text?.p50 ?? null,
    'p99 ms': text?.p99 ?? null,
    'max ms': text?.max ?? null,
    'saved p99 ms': acknowledged?.p99 ?? null,
    'join p50 ms': joined.join?.p50 ?? null,
    'join max ms': joined.join?.max ?? null,
    'RSS MB': round(measured.rss / 1e6, 0),
    'PostgreSQL CPU-ms/1,000 updates': round(postgresCpu / (updates / 1_000), 1),
    'generator cores': round(measured.cores),
    'generator late p99 ms': measured.late?.p99 ?? null,
    'generator limit': measured.generatorLimit,
    faults: faultsOf(measured),
  };
}

/** What makes a run worthless, or null. */
export function faultsOf({ missing, unacknowledged, closed }: Measured): string | null {
  const faults = [
    missing > 0 ? `${missing} not delivered` : '',
    unacknowledged > 0 ? `${unacknowledged} not acknowledged` : '',
    ...Object.entries(closed).map(([code, count]) => `${count} closed with ${code}`),
  ].filter((fault) => fault !== '');
  return faults.length > 0 ? faults.join(', ') : null;
}

/** A figure of one server's medians; NaN where it was not measured, which no comparison holds for. */
export function figure(medians: Medians, server: keyof Medians, name: string): number {
  const value = medians[server]?.[name];
  return typeof value === 'number' ? value : Number.NaN;
}
