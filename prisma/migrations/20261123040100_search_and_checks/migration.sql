-- What the schema language cannot say. `prisma diff` knows none of it and leaves it alone.

-- Siblings of the tree and people of the directory are compared byte by byte, whatever the database's collation.
ALTER TABLE "documents" ALTER COLUMN "position" TYPE TEXT COLLATE "C";
ALTER TABLE "users" ALTER COLUMN "sort_name" TYPE TEXT COLLATE "C";

-- Full text over folded text. 'simple': people write several languages in one space, and names have no stems.
CREATE INDEX "users_search_idx" ON "users" USING GIN (to_tsvector('simple', "search_text"));
CREATE INDEX "spaces_search_idx" ON "spaces" USING GIN (to_tsvector('simple', "search_text"));
CREATE INDEX "documents_search_idx" ON "documents" USING GIN (to_tsvector('simple', "search_text"));
CREATE INDEX "messages_search_idx" ON "messages" USING GIN (to_tsvector('simple', "search_text"));

-- At most one running meeting in a room, also when two people join at once.
CREATE UNIQUE INDEX "meetings_one_running_per_room" ON "meetings" ("room_id") WHERE "ended_at" IS NULL;

ALTER TABLE "users" ADD CONSTRAINT "users_hue_range" CHECK ("hue" BETWEEN 0 AND 359);
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_expire_after_birth" CHECK ("expires_at" > "created_at");
ALTER TABLE "documents" ADD CONSTRAINT "documents_not_own_parent" CHECK ("parent_id" IS NULL OR "parent_id" <> "id");
ALTER TABLE "documents" ADD CONSTRAINT "documents_epoch_positive" CHECK ("epoch" >= 1);
ALTER TABLE "channels" ADD CONSTRAINT "channels_seq_not_negative" CHECK ("last_seq" >= 0);
ALTER TABLE "messages" ADD CONSTRAINT "messages_seq_positive" CHECK ("seq" >= 1);
ALTER TABLE "read_cursors" ADD CONSTRAINT "read_cursors_seq_not_negative" CHECK ("seq" >= 0);

-- The audit trail only grows.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE ON "audit_events"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
