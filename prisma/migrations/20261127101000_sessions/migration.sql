-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "acr" TEXT,
ADD COLUMN     "browser" TEXT,
ADD COLUMN     "signed_in_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "system" TEXT;

-- Sessions that are open now were signed in when they were made.
UPDATE "sessions" SET "signed_in_at" = "created_at";
