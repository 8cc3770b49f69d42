/** What a log line is about. Closed, so that a typo does not hide lines from the operator's filters. */
export const logCategories = [
  'access',
  'api',
  'audit',
  'auth',
  'blobs',
  'bus',
  'database',
  'events',
  'http',
  'jobs',
  'lifecycle',
  'mail',
  'media',
  'pages',
  'proxy',
  'realtime',
  'search',
  'seed',
  'webhooks',
] as const;

export type LogCategory = (typeof logCategories)[number];
