import type { MessageReference } from './messageNodes';
import { messageReferences } from './messageReferences';

/** The body with each reference replaced by what `rewrite` gives for it; undefined leaves it as it stands. */
export function rewriteReferences(
  body: string,
  rewrite: (reference: MessageReference) => string | undefined,
): string {
  let out = '';
  let at = 0;
  for (const reference of messageReferences(body)) {
    const source = body.slice(reference.start, reference.end);
    out += body.slice(at, reference.start) + (rewrite(reference) ?? source);
    at = reference.end;
  }
  return out + body.slice(at);
}
