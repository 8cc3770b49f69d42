import { documentMarkup, mentionMarkup } from '@hemicycle/contracts';
import type { Draft } from './Draft';
import { namedIn } from './namedIn';

const CODE = /(```[\s\S]*?(?:```|$)|`[^`\n]+`)/;

/** The body a draft is posted as: names become mentions (not inside code), documents follow on their own lines. */
export function encodeDraft(draft: Draft): string {
  const text = draft.text
    .trim()
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? part : withMentions(part, draft)))
    .join('');
  const documents = draft.documents.map(({ id, title }) => documentMarkup(id, title));
  return [text, ...documents].filter((part) => part !== '').join('\n');
}

function withMentions(text: string, { people }: Draft): string {
  let out = '';
  let at = 0;
  for (const { start, end, person } of namedIn(text, people)) {
    out += text.slice(at, start) + mentionMarkup(person.id, person.name);
    at = end;
  }
  return out + text.slice(at);
}
