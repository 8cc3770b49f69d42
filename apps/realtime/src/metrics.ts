import type { Frame } from '@hemicycle/collab/protocol';
import {
  type Counter,
  createMetrics,
  type Gauge,
  type Histogram,
  type Metrics,
  type Tally,
} from '@hemicycle/observability';

const FRAME_KINDS = [
  'step1',
  'step2',
  'update',
  'awareness',
  'queryAwareness',
  'durable',
  'notice',
  'unknown',
] as const satisfies readonly Frame['kind'][];

/** Everything the realtime server counts. */
export interface RealtimeMetrics {
  readonly registry: Metrics;
  readonly connections: Gauge<'kind'>;
  /** Of the open connections those carried in HTTP requests. */
  readonly tunnels: Gauge<string>;
  readonly rooms: Gauge<string>;
  readonly pendingBytes: Tally;
  readonly received: Readonly<Record<Frame['kind'], Tally>>;
  readonly receivedBytes: Tally;
  readonly sentBytes: Tally;
  readonly closed: Counter<'code'>;
  readonly commitSeconds: Histogram<string>;
  readonly committedRows: Counter<string>;
  readonly commitFailures: Counter<string>;
  readonly compactions: Counter<'outcome'>;
  readonly thinnings: Counter<'outcome'>;
  readonly joinDiffs: Counter<'outcome'>;
  readonly events: Counter<string>;
  readonly peerNodes: Gauge<string>;
  readonly peerBytes: Counter<string>;
}

export function createRealtimeMetrics(): RealtimeMetrics {
  const registry = createMetrics('realtime');
  return {
    registry,
    connections: registry.gauge('realtime_connections', 'Open sockets', ['kind']),
    tunnels: registry.gauge('realtime_tunnels', 'Open connections carried in HTTP requests'),
    rooms: registry.gauge('realtime_rooms', 'Documents somebody has open'),
    pendingBytes: registry.level('realtime_pending_bytes', 'Edits received and not yet stored'),
    received: registry.tallies('realtime_frames_received_total', 'Frames by kind', 'kind', FRAME_KINDS),
    receivedBytes: registry.tally('realtime_received_bytes_total', 'Bytes of frames received'),
    sentBytes: registry.tally('realtime_sent_bytes_total', 'Bytes written to sockets'),
    closed: registry.counter('realtime_closed_total', 'Sockets closed by us, by code', ['code']),
    commitSeconds: registry.duration('realtime_commit_seconds', 'Duration of group commits'),
    committedRows: registry.counter('realtime_committed_rows_total', 'Document rows stored'),
    commitFailures: registry.counter('realtime_commit_failures_total', 'Group commits that failed'),
    compactions: registry.counter('realtime_compactions_total', 'Compactions by outcome', ['outcome']),
    thinnings: registry.counter(
      'realtime_thinnings_total',
      'Documents whose history was thinned, by outcome',
      ['outcome'],
    ),
    joinDiffs: registry.counter('realtime_join_diffs_total', 'Differences for returning clients by outcome', [
      'outcome',
    ]),
    events: registry.counter('realtime_events_sent_total', 'Live events sent to browsers'),
    peerNodes: registry.gauge('realtime_peer_nodes', 'Other realtime processes heard of'),
    peerBytes: registry.counter('realtime_peer_bytes_total', 'Bytes of presence sent to other processes'),
  };
}
