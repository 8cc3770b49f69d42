import { createFallbackSocket } from '@hemicycle/collab/socket';

/** What this tab opens its sockets with, documents and events alike. */
export const TabSocket = createFallbackSocket();
