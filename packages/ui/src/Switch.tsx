'use client';

import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch';
import { cx } from './lib/cx';

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  readonly detail?: ReactNode;
  readonly className?: string;
}

/** On or off, at once: nothing to save afterwards. */
export function Switch({ children, detail, className, ...rest }: SwitchProps) {
  return (
    <AriaSwitch
      {...rest}
      className={cx(
        'group relative flex min-h-target cursor-pointer items-start gap-3 outline-none data-[disabled]:opacity-50 data-[disabled]:cursor-default',
        className,
      )}
    >
      <span
        aria-hidden="true"
        className="mt-px flex h-5 w-9 shrink-0 items-center rounded-full border border-line-control bg-sunken px-[3px] transition-colors group-data-[selected]:border-primary group-data-[selected]:bg-primary group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-focus"
      >
        <span className="size-3.5 rounded-full bg-line-control transition-transform group-data-[selected]:translate-x-[14px] group-data-[selected]:bg-on-primary" />
      </span>
      <span className="flex flex-col gap-0.5">
        <span className="font-medium">{children}</span>
        {detail && <span className="text-sm text-ink-3">{detail}</span>}
      </span>
    </AriaSwitch>
  );
}
