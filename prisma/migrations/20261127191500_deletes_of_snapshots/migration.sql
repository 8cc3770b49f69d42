-- Where the delete set of a snapshot begins: who returns brings one, and comparing the two read through the whole state.
ALTER TABLE "document_snapshots" ADD COLUMN "deletes_at" INTEGER;
