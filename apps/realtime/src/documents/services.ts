import type { Logger } from '@hemicycle/observability';
import type { JoinDiffs } from '../diff/JoinDiffs';
import type { Inspections } from '../inspection/Inspections';
import type { AccountRates } from '../limits/AccountRates';
import type { RealtimeLimits } from '../limits/limits';
import type { UnfinishedFrames } from '../limits/UnfinishedFrames';
import type { RealtimeMetrics } from '../metrics';
import type { PresencePeers } from '../presence/PresencePeers';
import type { DocumentStore } from '../store/documentStore';
import type { GroupCommit } from '../store/GroupCommit';
import type { PendingBudget } from './PendingBudget';
import type { TickWriter } from './TickWriter';

/** What rooms and connections of one process share; made once, in the composing main. */
export interface Services {
  readonly limits: RealtimeLimits;
  readonly log: Logger;
  readonly metrics: RealtimeMetrics;
  readonly ticks: TickWriter;
  readonly store: DocumentStore;
  readonly commits: GroupCommit;
  readonly budget: PendingBudget;
  readonly diffs: JoinDiffs;
  readonly inspections: Inspections;
  readonly rates: AccountRates;
  readonly unfinished: UnfinishedFrames;
  readonly peers: PresencePeers;
}
