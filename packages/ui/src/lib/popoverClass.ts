/** The look of what floats beside its trigger. */
export const popoverClass =
  'rounded-m border border-line bg-surface shadow-2 outline-none data-[entering]:animate-rise forced-line';

/** A row of a menu or a list of choices. */
export const optionClass =
  'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-s px-2.5 py-1.5 text-base outline-none select-none touch:min-h-11 ' +
  'data-[focused]:bg-hover data-[focused]:text-ink data-[disabled]:cursor-default data-[disabled]:opacity-45 ' +
  '[&>svg.lucide]:text-ink-3';
