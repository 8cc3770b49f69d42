import type { PoolClient } from 'pg';

export interface StoredMentions {
  /** How often each person is named, by id. */
  readonly counts: ReadonlyMap<string, number>;
  /** Everybody who wrote since the text was stored last. */
  readonly authors: readonly string[];
}

/**
 * Notes whom the text names, in the transaction that stores it. Whoever is named more often than before is to be told
 * (`core/notifications/tellDocumentMentions`), and by whom where one person alone wrote.
 */
export async function storeMentions(
  client: PoolClient,
  documentId: string,
  { counts, authors }: StoredMentions,
): Promise<void> {
  const writers = new Set(authors);
  const [writer = null] = writers.size === 1 ? writers : [];
  await client.query(
    `WITH gone AS (
       DELETE FROM document_mentions WHERE document_id = $1 AND user_id <> ALL($2::uuid[])
     )
     INSERT INTO document_mentions AS m (document_id, user_id, count, named_by_id)
     SELECT $1, u.id, t.count, $4 FROM unnest($2::uuid[], $3::int[]) AS t(user_id, count)
     JOIN users u ON u.id = t.user_id
     ON CONFLICT (document_id, user_id) DO UPDATE SET count = excluded.count,
       told_at = CASE WHEN excluded.count > m.count THEN NULL ELSE m.told_at END,
       named_at = CASE WHEN excluded.count > m.count THEN excluded.named_at ELSE m.named_at END,
       named_by_id = CASE WHEN excluded.count > m.count THEN excluded.named_by_id ELSE m.named_by_id END
     WHERE m.count <> excluded.count`,
    [documentId, [...counts.keys()], [...counts.values()], writer],
  );
}
