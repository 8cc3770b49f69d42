import type { TextChange } from './TextChange';

/**
 * Does a change in a textarea as if it were typed: it can be undone with the rest, and `input` fires. `execCommand` is
 * the only way browsers offer that; where it is refused the text is replaced without an entry in the undo history.
 */
export function applyChange(field: HTMLTextAreaElement, change: TextChange): void {
  field.focus();
  field.setSelectionRange(change.from, change.to);
  const done =
    change.insert === '' && change.from !== change.to
      ? document.execCommand('delete')
      : change.insert === '' || document.execCommand('insertText', false, change.insert);
  if (!done) {
    field.setRangeText(change.insert, change.from, change.to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(change.selectFrom, change.selectTo);
}
