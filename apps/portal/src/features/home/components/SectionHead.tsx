import Link from 'next/link';

export interface SectionHeadProps {
  readonly id: string;
  readonly title: string;
  /** Where the whole list is. */
  readonly all?: { readonly href: string; readonly label: string };
}

/** Small heading over a part of Home. */
export function SectionHead({ id, title, all }: SectionHeadProps) {
  return (
    <div className="mb-2.5 flex min-h-6 items-center justify-between gap-4">
      <h2 id={id} className="text-sm font-semibold text-ink-2">
        {title}
      </h2>
      {all && (
        <Link
          href={all.href}
          className="-my-1 rounded-s px-1 py-1 text-sm font-medium text-ink-3 no-underline transition-colors hover:text-ink touch:py-3"
        >
          {all.label}
        </Link>
      )}
    </div>
  );
}
