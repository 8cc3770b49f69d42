/** A short text of nothing but emoji is shown large. At most four of them. */
export function isOnlyEmoji(text: string): boolean {
  const bare = text.trim();
  return (
    bare.length <= 44 &&
    /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*\s*){1,4}$/u.test(
      bare,
    )
  );
}
