export type Side = 'top' | 'bottom' | 'right';

const gap = 6;
const edge = 8;

/** Puts a fixed element beside a rectangle, on the other side when it does not fit, never outside the window. */
export function placeBeside(element: HTMLElement, anchor: DOMRect, side: Side): void {
  const { width, height } = element.getBoundingClientRect();
  let left = anchor.left + anchor.width / 2 - width / 2;
  let top = side === 'bottom' ? anchor.bottom + gap : anchor.top - height - gap;
  if (side === 'right') {
    left = anchor.right + gap;
    top = anchor.top + anchor.height / 2 - height / 2;
  } else if (side === 'top' && top < edge) top = anchor.bottom + gap;
  else if (side === 'bottom' && top + height > innerHeight - edge) top = anchor.top - height - gap;
  element.style.left = `${Math.max(edge, Math.min(left, innerWidth - width - edge))}px`;
  element.style.top = `${Math.max(edge, Math.min(top, innerHeight - height - edge))}px`;
}
