import { cx } from './lib/cx';

const seats = [
  [1.8, 18],
  [2.65, 13.71],
  [5.08, 10.08],
  [8.71, 7.65],
  [13, 6.8],
  [17.29, 7.65],
  [20.92, 10.08],
  [23.35, 13.71],
  [24.2, 18],
  [5, 18],
  [6.07, 14],
  [9, 11.07],
  [13, 10],
  [17, 11.07],
  [19.93, 14],
  [21, 18],
  [8.2, 18],
  [9.61, 14.61],
  [13, 13.2],
  [16.39, 14.61],
  [17.8, 18],
] as const;

export interface LogoProps {
  /** Names the picture; without it the mark is decorative. */
  readonly label?: string;
  readonly className?: string;
}

/** The mark: the seats of an assembly round one table. */
export function Logo({ label, className }: LogoProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden when decorative
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 26 22"
      fill="currentColor"
      className={cx('text-primary', className ?? 'w-[30px]')}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {seats.map(([x, y]) => (
        <circle key={`${x}-${y}`} cx={x} cy={y} r="1.25" />
      ))}
      <rect x="10.6" y="17" width="4.8" height="2.6" rx="1.3" />
    </svg>
  );
}
