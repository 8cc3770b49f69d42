import { Video } from '@hemicycle/ui/icons';

export interface InCallMarkProps {
  /** "2 in call", from the caller's catalogue. */
  readonly label: string;
}

/** That a call runs, in the colour of what is going on. */
export function InCallMark({ label }: InCallMarkProps) {
  return (
    <span className="inline-flex items-center gap-1.5 text-sm font-medium whitespace-nowrap text-ok tabular [&_svg.lucide]:size-4">
      <Video />
      {label}
    </span>
  );
}
