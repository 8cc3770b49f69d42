'use client';

import { DocumentUnavailable } from './DocumentUnavailable';

/** There is no such document, or it is not for this person: which of the two is not told. */
export function DocumentMissing() {
  return <DocumentUnavailable reason="missing" />;
}
