import { useEffect } from 'react';

/** Lifts toasts above what stands at the foot of the view: they never cover a control. `height` in pixels. */
export function useToastsAbove(height: number): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--toast-bottom', `${height}px`);
    return () => void style.removeProperty('--toast-bottom');
  }, [height]);
}
