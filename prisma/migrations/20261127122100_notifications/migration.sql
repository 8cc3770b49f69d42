-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('mention', 'reply', 'invitation', 'request');

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "actor_id" UUID,
    "space_id" UUID NOT NULL,
    "document_id" UUID,
    "message_id" UUID,
    "key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_settings" (
    "user_id" UUID NOT NULL,
    "mail" TEXT NOT NULL,
    "daily_hour" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "quiet_from" INTEGER,
    "quiet_until" INTEGER,
    "ways" JSONB NOT NULL,

    CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "document_mentions" (
    "document_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "count" INTEGER NOT NULL,
    "named_by_id" UUID,
    "named_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_mentions_pkey" PRIMARY KEY ("document_id","user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notifications_user_id_key_key" ON "notifications"("user_id", "key");

-- CreateIndex
CREATE INDEX "notifications_user_id_id_idx" ON "notifications"("user_id", "id");

-- CreateIndex
CREATE INDEX "notifications_message_id_idx" ON "notifications"("message_id");

-- CreateIndex
CREATE INDEX "notifications_created_at_idx" ON "notifications"("created_at");

-- What the bell counts.
CREATE INDEX "notifications_unread" ON "notifications"("user_id") WHERE "read_at" IS NULL;

-- Those who are to be told.
CREATE INDEX "document_mentions_untold" ON "document_mentions"("named_at") WHERE "told_at" IS NULL;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_mentions" ADD CONSTRAINT "document_mentions_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- When mail that is wanted now may go out: the hour of a daily mail, and never in the quiet hours, both as the clock on
-- the person's wall says (PostgreSQL knows when that jumps). Null: not by mail. `quiet_until` at or before `quiet_from`
-- is on the next day.
CREATE FUNCTION mail_due(now timestamptz, soon interval, mail text, daily_hour int, zone text, quiet_from int, quiet_until int)
RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
DECLARE
  known text := zone;
  wall timestamp;
  due timestamp;
  day timestamp;
BEGIN
  IF mail = 'off' THEN RETURN NULL; END IF;
  -- A zone this PostgreSQL does not know must not keep anybody from mentioning the person who chose it.
  BEGIN
    wall := now AT TIME ZONE known;
  EXCEPTION WHEN invalid_parameter_value THEN
    known := 'UTC';
    wall := now AT TIME ZONE known;
  END;
  IF mail = 'daily' THEN
    due := date_trunc('day', wall) + make_interval(hours => daily_hour);
    IF due <= wall THEN due := due + interval '1 day'; END IF;
  ELSE
    due := wall + soon;
  END IF;
  IF quiet_from IS NULL OR quiet_until IS NULL OR quiet_from = quiet_until THEN
    RETURN due AT TIME ZONE known;
  END IF;
  day := date_trunc('day', due);
  IF quiet_from < quiet_until THEN
    IF due >= day + make_interval(hours => quiet_from) AND due < day + make_interval(hours => quiet_until) THEN
      due := day + make_interval(hours => quiet_until);
    END IF;
  ELSIF due < day + make_interval(hours => quiet_until) THEN
    due := day + make_interval(hours => quiet_until);
  ELSIF due >= day + make_interval(hours => quiet_from) THEN
    due := day + interval '1 day' + make_interval(hours => quiet_until);
  END IF;
  RETURN due AT TIME ZONE known;
END $$;
