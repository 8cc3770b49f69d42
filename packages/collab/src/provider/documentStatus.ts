/**
 * What an editor may truthfully say.
 * - `connecting`: on the way, nothing of this browser's is at stake.
 * - `saved`: connected, and every edit of this browser is stored.
 * - `saving`: connected, some edits are on their way.
 * - `unsaved`: edits of this browser are stored nowhere but here (no connection, or the server cannot store).
 * - `offline`: no connection, nothing of this browser's is at stake.
 * - `readonly`: connected, and this person may not write.
 * - `closed`: ended for good.
 */
export type DocumentStatus =
  | 'connecting'
  | 'saved'
  | 'saving'
  | 'offline'
  | 'unsaved'
  | 'readonly'
  | 'closed';
