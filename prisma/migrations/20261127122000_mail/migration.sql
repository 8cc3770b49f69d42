-- CreateTable
CREATE TABLE "mail_jobs" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "key" TEXT,
    "lane" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "mail_jobs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_jobs_key_key" ON "mail_jobs"("key");

-- CreateIndex
CREATE INDEX "mail_jobs_ended_at_due_at_idx" ON "mail_jobs"("ended_at", "due_at");

-- CreateIndex
CREATE INDEX "mail_jobs_lane_idx" ON "mail_jobs"("lane");
