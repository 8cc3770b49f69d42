import type { Attendee } from './Attendee';
import type { CallWatch } from './CallWatch';
import type { Scene } from './openScene';
import type { Pulse } from './Pulse';
import type { Way } from './way';

/** What is looked at while people lose what they had. */
export interface Watch {
  readonly scene: Scene;
  readonly way: Way;
  readonly pulse: Pulse;
  readonly call: CallWatch;
  /** Stays, on the node of those who lose. */
  readonly witness: Attendee;
}
