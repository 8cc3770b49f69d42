import { useEffect, useRef } from 'react';

/** Ctrl or ⌘ with D turns the microphone, with E the camera; wherever the focus is, as in every call program. */
export function useCallShortcuts(actions: {
  readonly microphone: () => void;
  readonly camera: () => void;
}): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.repeat) return;
      const key = event.key.toLowerCase();
      if (key !== 'd' && key !== 'e') return;
      event.preventDefault();
      if (key === 'd') latest.current.microphone();
      else latest.current.camera();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
