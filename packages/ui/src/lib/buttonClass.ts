import { cx } from './cx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 's' | 'm' | 'l';

const base =
  'inline-flex items-center justify-center gap-2 rounded-m font-semibold whitespace-nowrap select-none ' +
  'transition-[background-color,border-color,color,opacity] no-underline ' +
  'disabled:opacity-45 data-[disabled]:opacity-45 aria-disabled:opacity-45 forced-line';

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary: 'bg-primary text-on-primary hover:bg-primary-hover',
  secondary: 'bg-surface text-ink border border-line-strong hover:bg-sunken hover:border-line-control',
  quiet: 'bg-transparent text-ink-2 hover:bg-hover hover:text-ink',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover',
};

const sizes: Readonly<Record<ButtonSize, string>> = {
  s: 'min-h-8 px-3 text-sm rounded-[8px] touch:min-h-11',
  m: 'min-h-control px-3.5 text-base',
  l: 'min-h-11 px-5 text-md',
};

/** The look of a button, for links that act as one: `<Link className={buttonClass({ variant: 'primary' })}>`. */
export function buttonClass(
  look: { variant?: ButtonVariant; size?: ButtonSize; className?: string } = {},
): string {
  return cx(base, variants[look.variant ?? 'secondary'], sizes[look.size ?? 'm'], look.className);
}

const iconSizes: Readonly<Record<ButtonSize, string>> = {
  s: 'size-8 touch:size-11 rounded-[8px]',
  m: 'size-control',
  l: 'size-11',
};

/** The look of a button that is only an icon. */
export function iconButtonClass(
  look: { variant?: ButtonVariant; size?: ButtonSize; className?: string } = {},
): string {
  return cx(base, variants[look.variant ?? 'quiet'], iconSizes[look.size ?? 'm'], 'shrink-0', look.className);
}
