-- What has just ended is asked every two seconds. Most grants and links have no end, and most sessions are over.
CREATE INDEX "grants_expires_at_idx" ON "grants"("expires_at") WHERE "expires_at" IS NOT NULL;
CREATE INDEX "links_expires_at_idx" ON "links"("expires_at") WHERE "expires_at" IS NOT NULL;
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at") WHERE "ended_at" IS NULL;
