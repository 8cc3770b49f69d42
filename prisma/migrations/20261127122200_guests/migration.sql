-- AlterTable
ALTER TABLE "links" ADD COLUMN     "guest_code" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "guests" (
    "user_id" UUID NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "needs_code" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_at" TIMESTAMPTZ(3),

    CONSTRAINT "guests_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "guest_tokens" (
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "resource_type" "GrantResource" NOT NULL,
    "resource_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "guest_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "guest_codes" (
    "key" BYTEA NOT NULL,
    "code_hash" TEXT,
    "until" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guest_codes_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "guest_tokens_user_id_idx" ON "guest_tokens"("user_id");

-- CreateIndex
CREATE INDEX "guest_tokens_expires_at_idx" ON "guest_tokens"("expires_at");

-- CreateIndex
CREATE INDEX "guest_codes_created_at_idx" ON "guest_codes"("created_at");

-- AddForeignKey
ALTER TABLE "guests" ADD CONSTRAINT "guests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_tokens" ADD CONSTRAINT "guest_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "guests"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;
