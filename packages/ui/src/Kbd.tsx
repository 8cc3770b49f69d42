import { cx } from './lib/cx';

export interface KbdProps {
  /** As shown, for example `Ctrl K`. */
  readonly children: string;
  /** On a dark bubble. */
  readonly inverse?: boolean;
}

/** A keyboard shortcut as people read it. */
export function Kbd({ children, inverse }: KbdProps) {
  return (
    <kbd
      className={cx(
        'inline-block rounded-[5px] border px-1.5 font-sans text-2xs font-semibold leading-[18px] whitespace-nowrap',
        inverse ? 'border-current/30 text-current opacity-80' : 'border-line-strong text-ink-3 bg-surface',
      )}
    >
      {children}
    </kbd>
  );
}
