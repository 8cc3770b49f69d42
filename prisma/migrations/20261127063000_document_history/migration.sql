-- CreateEnum
CREATE TYPE "HistorySpan" AS ENUM ('origin', 'sitting', 'hour', 'day');

-- CreateTable
CREATE TABLE "document_history" (
    "document_id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "from_seq" BIGINT NOT NULL,
    "through_seq" BIGINT NOT NULL,
    "span" "HistorySpan" NOT NULL,
    "update" BYTEA NOT NULL,
    "author_ids" UUID[],
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_history_pkey" PRIMARY KEY ("document_id","from_seq")
);

-- CreateIndex
CREATE INDEX "document_history_span_ended_at_idx" ON "document_history"("span", "ended_at");

-- CreateIndex
CREATE INDEX "document_updates_created_at_idx" ON "document_updates" USING BRIN ("created_at");

-- AddForeignKey
ALTER TABLE "document_history" ADD CONSTRAINT "document_history_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Until now rows were deleted a day after their compaction: what is compacted today is where history begins.
INSERT INTO "document_history" ("document_id", "epoch", "from_seq", "through_seq", "span", "update", "author_ids", "began_at", "ended_at")
SELECT s."document_id", s."epoch", 0, s."through_seq", 'origin', s."state", '{}', d."created_at", s."created_at"
FROM "document_snapshots" s JOIN "documents" d ON d."id" = s."document_id" AND d."epoch" = s."epoch";

-- Whoever raises the epoch erases the content, in the same transaction and wherever it is kept: a forgotten table would
-- keep what somebody had the right to have erased.
CREATE FUNCTION "erase_document_content"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "document_updates" WHERE "document_id" = NEW."id" AND "epoch" < NEW."epoch";
  DELETE FROM "document_history" WHERE "document_id" = NEW."id" AND "epoch" < NEW."epoch";
  DELETE FROM "document_snapshots" WHERE "document_id" = NEW."id" AND "epoch" < NEW."epoch";
  RETURN NULL;
END
$$;
CREATE TRIGGER "documents_erase_content" AFTER UPDATE OF "epoch" ON "documents"
  FOR EACH ROW WHEN (NEW."epoch" > OLD."epoch") EXECUTE FUNCTION "erase_document_content"();
