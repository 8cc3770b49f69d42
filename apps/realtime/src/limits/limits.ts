import { LIMITS, TUNNEL } from '@hemicycle/contracts';

/** Bounds of the realtime server. Each says against what; tests pass smaller ones. */
export const REALTIME_LIMITS = {
  /** Against one frame filling memory. Bytes. */
  frameBytes: LIMITS.documentFrameBytes,
  /** Against one person's presence as a side channel. Bytes. */
  presenceBytes: LIMITS.presenceBytes,
  /** Against a document no browser opens in reasonable time. Bytes of state. */
  documentBytes: LIMITS.documentBytes,
  /** Writers are warned from this share of `documentBytes`. */
  documentWarning: 0.8,
  /** Against floods: sustained frames a second of one connection; a fast typist sends 15, a replayed script hundreds. */
  framesPerSecond: 1_000,
  frameBurst: 4_000,
  /** Against floods of large frames. Bytes a second of one connection; the burst lets one largest frame through. */
  bytesPerSecond: 2 * 1024 * 1024,
  byteBurst: 2 * LIMITS.documentFrameBytes,
  /** A connection above its rate is read more slowly; one that stays above for this long is closed. Milliseconds. */
  floodMs: 15_000,
  /** Against many sockets in place of one: what all of an account's together may send. Bytes a second. */
  accountBytesPerSecond: 4 * 1024 * 1024,
  accountByteBurst: 4 * LIMITS.documentFrameBytes,
  /** Against frames that are small and costly. Milliseconds of the process that an account's frames take in a second. */
  accountWorkPerSecond: 150,
  accountWorkBurst: 60,
  /** Larger edits are inspected in a worker thread: the costliest one of this size takes some 8 ms. Bytes. */
  inspectBytes: 8 * 1024,
  /** Against an edit of more clients than a document ever has, which would weigh on everybody's state vector. */
  updateRuns: 100_000,
  /** Against a document whose clients nobody who returns could name in a frame; each browser session is one. */
  documentClients: 500_000,
  /** Against asking for the whole document, or for everybody's presence, again and again. Of one connection in a minute. */
  step1PerMinute: 20,
  /** Against readers that stop reading: bytes waiting for one socket beyond what its join needed. */
  waitingBytes: 4 * 1024 * 1024,
  /** Against one account holding every socket. Sockets of one account in this process. */
  connectionsPerAccount: 100,
  /** Against frames that never end, which no rate sees: bytes of unfinished frames over all sockets of an account. */
  unfinishedBytes: 4 * LIMITS.documentFrameBytes,
  /** Against strangers holding memory: sockets not yet admitted. They are not read from until they are. */
  unadmitted: 500,
  /** Against a stranger's socket left hanging. Milliseconds. */
  admissionMs: 10_000,
  /** Against requests that never end: until their head is complete, looked after every second. Milliseconds. */
  requestHeadMs: 10_000,
  /** Against memory held by connections carried in HTTP requests. Sessions of this process. */
  tunnelSessions: 5_000,
  /** Against sessions whose browser is gone: a browser that lives has a pull open nearly always. Milliseconds. */
  tunnelIdleMs: 30_000,
  tunnelPullMs: TUNNEL.pullMs,
  /** Against memory growth while the database is away. Bytes not yet stored, of one room and of the process. */
  roomPendingBytes: 32 * 1024 * 1024,
  pendingBytes: 128 * 1024 * 1024,
  /**
   * With more than so many people in a room, what comes sooner than this after the last write to them is written with
   * what follows: with the first frame that comes later, after the slack when none comes, or when so many frames are
   * there. That is more often than anybody sees others' letters come; a write to each of a hundred people costs a
   * millisecond. Milliseconds.
   */
  pacedReceivers: 8,
  paceMs: 33,
  paceSlackMs: 12,
  paceFrames: 32,
  /**
   * An edit that comes this long after the last group commit began starts the next one; those before it wait for it, or
   * `commitSlackMs` longer when no other comes. Where other nodes hear of edits by commits they come more often.
   * Milliseconds; delays "Saved", not the text.
   */
  commitWindowMs: 50,
  commitAloneMs: 200,
  commitSlackMs: 30,
  /** Against one commit holding its locks too long. Rows and bytes of one statement. */
  commitRows: 500,
  commitBytes: 8 * 1024 * 1024,
  /** Against one document that another transaction holds holding up everybody's: then the others go first. Milliseconds. */
  commitLockMs: 100,
  /** Presence is gathered this long, so that a room costs one frame however many carets move. Milliseconds. */
  presenceMs: 60,
  /** Nodes give each other a sign of life this often; after three that did not come a node counts as dead. Milliseconds. */
  peerBeatMs: 5_000,
  /** Presence of another node that was not repeated for this long has ended; clients repeat theirs every 15 s. Milliseconds. */
  remotePresenceMs: 45_000,
  /** Against a node gone mad: people of other nodes in one room, and other nodes. */
  remotePresence: 5_000,
  peerNodes: 500,
  /** A closing process sends sockets away one by one: at most this many a second, and all within so many milliseconds. */
  drainPerSecond: 500,
  drainMs: 4_000,
  /** Compaction: when a tail is this long or large, or writing rested, or went on for long. */
  tailRows: 500,
  tailBytes: 256 * 1024,
  restMs: 4_000,
  restAtLatestMs: 60_000,
  /** History is first thinned when those who came back to a new process have settled. Milliseconds. */
  thinFirstMs: 5 * 60_000,
  /**
   * Who returns with more than this share of a base of at least so many bytes is sent the difference. A smaller base
   * costs a client some 10 ms to read again, less than a worker thread takes to come up; a base of 5 MB costs it a
   * third of a second and the worker 50 ms, once for all who return. With less of it in hand there is little to spare.
   */
  diffBytes: 64 * 1024,
  diffShare: 0.5,
  /** Against many returning at once, and a difference that takes long: the whole is sent instead. Milliseconds. */
  diffsWaiting: 500,
  diffMs: 2_000,
  /** Timed re-check of every connection's rights: the longest a lost notification can delay a removal. */
  recheckMs: 3_000,
  /** A client drops a socket that was silent for 30 s; pings do not count there. Milliseconds. */
  keepAliveMs: 12_000,
  /** Against events piling up for a browser that is being re-checked. Events, then it reads anew. */
  heldEvents: 500,
} as const;

export type RealtimeLimits = { readonly [K in keyof typeof REALTIME_LIMITS]: number };
