/** True while the person writes somewhere: nothing may open by itself then. */
export function isTyping(): boolean {
  const element = document.activeElement;
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || element.matches('input, textarea, select, [role="textbox"]'))
  );
}
