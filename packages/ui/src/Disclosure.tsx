'use client';

import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { ChevronRight } from './icons';

export interface DisclosureProps {
  readonly title: string;
  /** What is seldom looked at. Made when it is first opened. */
  readonly children: () => ReactNode;
  /** Of its heading. */
  readonly level?: 2 | 3 | 4;
}

/** A heading that unfolds what stands below it. */
export function Disclosure({ title, children, level = 3 }: DisclosureProps) {
  return (
    <AriaDisclosure className="group flex flex-col">
      {({ isExpanded }) => (
        <>
          <Heading level={level}>
            <AriaButton
              slot="trigger"
              className="-mx-1.5 flex min-h-target w-full items-center gap-1.5 rounded-s px-1.5 py-1 text-left text-sm font-semibold text-ink-2 hover:bg-hover hover:text-ink"
            >
              <ChevronRight className="size-4 shrink-0 text-ink-3 transition-transform group-data-[expanded]:rotate-90" />
              {title}
            </AriaButton>
          </Heading>
          <DisclosurePanel>{isExpanded && <div className="pt-2">{children()}</div>}</DisclosurePanel>
        </>
      )}
    </AriaDisclosure>
  );
}
