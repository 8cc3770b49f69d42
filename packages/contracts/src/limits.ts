/** Bounds on what comes from outside. Each says against what. */
export const LIMITS = {
  /** Names of spaces and documents: against unreadable lists. Characters. */
  titleLength: 200,
  /** Against pasting a book into a conversation. Characters. */
  messageLength: 8_000,
  /** Against a description nobody reads. Characters. */
  purposeLength: 500,
  /** Against a page that costs a second to draw. Rows. */
  pageSize: 50,
  pageSizeMax: 100,
  /** Against memory growth by an upload. Bytes. */
  imageBytes: 10 * 1024 * 1024,
  /** Against a small file that unfolds to gigabytes in a reader's browser. Pixels. */
  imagePixels: 50_000_000,
  /** Against memory growth by a JSON body. Bytes; Keycloak's tokens are the largest honest ones. */
  bodyBytes: 64 * 1024,
  /** Against a search that scans everything. Characters. */
  searchLength: 100,
  /** Against a wall of reactions. Different emoji on one message. */
  reactionKinds: 20,
  /** Against endless nesting in the tree of documents. Levels. */
  documentDepth: 12,
  /** Against groups within groups that nobody understands, and a recursion without end. Levels. */
  groupDepth: 10,
  /** Against a sign-in that makes thousands of groups. Groups of one person at a provider; more are left out. */
  providerGroups: 200,
  /** Against a space that is everybody's. Organisations it is shared with. */
  spaceOrganisations: 10,
  /** Against a preview that reads a whole ministry. People; beyond it the answer says that there are more. */
  previewPeople: 5_000,
  /** Against passwords that are guessed, and against one that costs a second to check. Characters. */
  linkPasswordMin: 8,
  linkPasswordMax: 200,
  /** Against somebody who asks for everything: requests of one person that wait for an answer. */
  openRequests: 20,
  /** Against asking again and again: after a refusal. Hours. */
  requestAgainHours: 24,
  /** Against a flood of events by a change of a large group: beyond this many people everybody is asked anew. */
  accessEvents: 100,
  /** Against a name that is a letter. Characters. */
  guestNameLength: 80,
  /** Against guests who are forgotten: the longest an invitation may give anything. Days. */
  guestDays: 366,
  /** Against mail in our name to the whole world: invitations of one person. A day. */
  guestInvitations: 60,
  /** Against a link in the wrong hands: guests who came by one. */
  guestsPerLink: 200,
  /** Against labels nobody tells apart. Labels of an organisation, and characters of a name. */
  labels: 12,
  labelNameLength: 40,
  /** Against an essay in the audit trail. Characters of the reason a label is lowered for. */
  labelReasonLength: 500,
  /** A way in that was mailed is good for so long, and never longer than what it leads to. Days. */
  guestTokenDays: 30,
  /** Against guessing a code: tries; for how long it counts: minutes; how many are mailed for one way in and mailbox. */
  guestCodeTries: 5,
  guestCodeMinutes: 15,
  guestCodes: 5,
  /** Against counting what nobody counts. Notifications. */
  unreadCounted: 100,
  /** Against a mail, or an hour's reading, without end: notifications in one mail. */
  mailedNotifications: 30,
  /** Time to read something in the bell before it is mailed. Seconds. */
  mailAfterSeconds: 60,
  /** Against a tree nobody can draw. Documents in a space sent at once. */
  documentsPerSpace: 1_000,
  /**
   * Against one WebSocket frame filling memory. Bytes; the largest honest one brings a pasted book, or all that was
   * written offline, in one piece: refusing it would lose it.
   */
  documentFrameBytes: 8 * 1024 * 1024,
  /** Against a document no browser opens in reasonable time. Bytes of compacted state. */
  documentBytes: 50 * 1024 * 1024,
  /** Against presence as a side channel. Bytes of one person's state. */
  presenceBytes: 4 * 1024,
  /** Lifetime of a socket's one-time ticket. Seconds. */
  ticketSeconds: 30,
  /** Lifetime of a media token: long enough to connect, too short to come back with. Seconds. */
  mediaTokenSeconds: 180,
} as const;
