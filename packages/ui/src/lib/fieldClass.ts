/** Shared looks of form fields. */
export const labelClass = 'text-sm font-semibold text-ink-2';
export const descriptionClass = 'text-sm text-ink-3';
export const errorClass = 'text-sm font-medium text-danger';
export const inputClass =
  'w-full min-h-control rounded-m border border-line-control bg-surface px-3 text-base text-ink ' +
  'transition-colors hover:border-ink-3 focus:border-primary focus-visible:-outline-offset-1 data-[focus-visible]:-outline-offset-1 data-[invalid]:border-danger ' +
  'disabled:opacity-50 disabled:bg-sunken';
