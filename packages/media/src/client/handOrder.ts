/**
 * Places of raised hands from 1, earliest first by the server's time; equal times by identity, so that everyone sees
 * the same order. Input: identity and ISO time, or nothing when not raised.
 */
export function handOrder(
  hands: readonly { identity: string; raisedAt: string | undefined }[],
): Map<string, number> {
  const raised = hands.flatMap(({ identity, raisedAt }) => (raisedAt ? [{ identity, raisedAt }] : []));
  raised.sort((a, b) =>
    a.raisedAt === b.raisedAt ? (a.identity < b.identity ? -1 : 1) : a.raisedAt < b.raisedAt ? -1 : 1,
  );
  return new Map(raised.map(({ identity }, index) => [identity, index + 1]));
}
