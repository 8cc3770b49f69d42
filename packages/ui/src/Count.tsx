export interface CountProps {
  readonly value: number;
  /** What is counted, for screen readers: "3 unread". */
  readonly label: string;
}

/** How many wait. Nothing for zero; 99+ above. */
export function Count({ value, label }: CountProps) {
  if (value <= 0) return null;
  return (
    <span className="inline-flex min-w-[19px] items-center justify-center rounded-full bg-primary px-1.5 text-2xs font-bold leading-[19px] text-on-primary tabular forced-line">
      <span aria-hidden="true">{value > 99 ? '99+' : value}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
