import type { BlobStore } from './blobs/BlobStore';
import type { MediaServer } from './meetings/MediaServer';

/** Keycloak, as far as operations need it. */
export interface IdentityService {
  /** What proof of identity sensitive actions ask for. */
  readonly stepUp: {
    /** How old it may be. Milliseconds. */
    readonly maxAgeMs: number;
    /** Levels of authentication, any of which counts; the first is asked for. */
    readonly acr: readonly [string, ...string[]];
  };
  /** Ends the person's Keycloak session. Bounded in time; raises when Keycloak is away. */
  endSession(keycloakSid: string): Promise<void>;
}

/** What operations use besides the database. Implemented in `media`, `core/blobs` and `auth`. */
export interface Services {
  readonly media: MediaServer;
  readonly blobs: BlobStore;
  readonly identity: IdentityService;
  /** Mail is sent. Left out: it is not, and whatever needs it says so. */
  readonly mail?: boolean;
}
