'use client';

import { cx } from '@hemicycle/ui/lib/cx';
import type { ComponentPropsWithRef } from 'react';
import { namedIn } from '../composer/namedIn';

export interface ComposerFieldProps extends Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'className'> {
  readonly value: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Type, size and wrapping of both layers: they must break lines at the same places. */
const layer =
  'col-start-1 row-start-1 min-h-[22px] w-full whitespace-pre-wrap break-words text-md [overflow-wrap:anywhere]';

/** A textarea as high as its text, with the people it names coloured by a copy of the text behind it. */
export function ComposerField({ value, people, ...rest }: ComposerFieldProps) {
  const parts: { text: string; named: boolean; at: number }[] = [];
  let at = 0;
  for (const { start, end } of namedIn(value, people)) {
    parts.push(
      { text: value.slice(at, start), named: false, at },
      { text: value.slice(start, end), named: true, at: start },
    );
    at = end;
  }
  parts.push({ text: value.slice(at), named: false, at });
  return (
    <div className="grid max-h-[min(40vh,320px)] overflow-y-auto">
      <div aria-hidden="true" className={cx(layer, 'pointer-events-none text-transparent')}>
        {parts.map((part) =>
          part.named ? (
            <mark key={part.at} className="rounded-[4px] bg-primary-soft text-transparent">
              {part.text}
            </mark>
          ) : (
            part.text
          ),
        )}
        {/* A last empty line has no height of its own. */}
        {'\u200b'}
      </div>
      <textarea
        {...rest}
        rows={1}
        value={value}
        className={cx(layer, 'resize-none overflow-hidden bg-transparent text-ink outline-none')}
      />
    </div>
  );
}
