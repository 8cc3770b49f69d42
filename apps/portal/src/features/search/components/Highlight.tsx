import type { ReactNode } from 'react';
import { matchRanges } from '../lib/matchRanges';

export interface HighlightProps {
  readonly text: string;
  readonly query: string;
}

/** Text with the words found in it marked, accents ignored. Screen readers read it as it is. */
export function Highlight({ text, query }: HighlightProps) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of matchRanges(text, query)) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(
      <mark key={start} className="bg-transparent font-semibold text-primary-ink forced-colors:underline">
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
