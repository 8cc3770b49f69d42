-- CreateEnum
CREATE TYPE "LinkReach" AS ENUM ('restricted', 'organisation', 'anyone');

-- CreateTable
CREATE TABLE "access_policies" (
    "resource_type" "GrantResource" NOT NULL,
    "resource_id" UUID NOT NULL,
    "editors_share" BOOLEAN NOT NULL DEFAULT false,
    "link_reach" "LinkReach",
    "link_role" "Role",

    CONSTRAINT "access_policies_pkey" PRIMARY KEY ("resource_type","resource_id")
);

-- CreateTable
CREATE TABLE "links" (
    "id" UUID NOT NULL,
    "resource_type" "GrantResource" NOT NULL,
    "resource_id" UUID NOT NULL,
    "reach" "LinkReach" NOT NULL,
    "role" "Role" NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "token_hash" BYTEA NOT NULL,
    "password_hash" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_openings" (
    "user_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "link_openings_pkey" PRIMARY KEY ("user_id","link_id")
);

-- CreateTable
CREATE TABLE "access_requests" (
    "id" UUID NOT NULL,
    "resource_type" "GrantResource" NOT NULL,
    "resource_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "granted_role" "Role",

    CONSTRAINT "access_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "links_token_hash_key" ON "links"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "links_resource_type_resource_id_key" ON "links"("resource_type", "resource_id");

-- CreateIndex
CREATE INDEX "link_openings_link_id_idx" ON "link_openings"("link_id");

-- CreateIndex
CREATE INDEX "access_requests_resource_type_resource_id_created_at_idx" ON "access_requests"("resource_type", "resource_id", "created_at");

-- CreateIndex
CREATE INDEX "access_requests_user_id_created_at_idx" ON "access_requests"("user_id", "created_at");

-- AddForeignKey
ALTER TABLE "link_openings" ADD CONSTRAINT "link_openings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_openings" ADD CONSTRAINT "link_openings_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "links"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say. No link makes an owner.
ALTER TABLE "links" ADD CONSTRAINT "links_make_no_owner" CHECK ("role" <> 'owner');
ALTER TABLE "access_policies" ADD CONSTRAINT "access_policies_make_no_owner" CHECK ("link_role" <> 'owner');
ALTER TABLE "access_policies" ADD CONSTRAINT "access_policies_editors_of_spaces" CHECK (NOT "editors_share" OR "resource_type" = 'space');

-- One open request a person and resource, also when they ask twice at once.
CREATE UNIQUE INDEX "access_requests_one_open" ON "access_requests" ("resource_type", "resource_id", "user_id") WHERE "answered_at" IS NULL;
