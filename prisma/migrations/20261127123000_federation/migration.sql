-- Several organisations of one realm: known by their ids there. What exists belongs to a realm without organisations.
DROP INDEX "organisations_issuer_key";
ALTER TABLE "organisations" ADD COLUMN "external_key" TEXT NOT NULL DEFAULT '',
ADD COLUMN "domains" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "shares_spaces" BOOLEAN NOT NULL DEFAULT false;
CREATE UNIQUE INDEX "organisations_issuer_external_key_key" ON "organisations"("issuer", "external_key");

-- Groups of a provider are known by their paths there; only those kept here must carry different names.
DROP INDEX "groups_organisation_id_sort_name_key";
ALTER TABLE "groups" ADD COLUMN "external_path" TEXT;
CREATE UNIQUE INDEX "groups_organisation_id_external_path_key" ON "groups"("organisation_id", "external_path");
CREATE INDEX "groups_organisation_id_sort_name_idx" ON "groups"("organisation_id", "sort_name");
CREATE UNIQUE INDEX "groups_kept_here_names" ON "groups" ("organisation_id", "sort_name") WHERE "external_path" IS NULL;

-- CreateTable
CREATE TABLE "space_organisations" (
    "space_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "space_organisations_pkey" PRIMARY KEY ("space_id","organisation_id")
);
CREATE INDEX "space_organisations_organisation_id_idx" ON "space_organisations"("organisation_id");
ALTER TABLE "space_organisations" ADD CONSTRAINT "space_organisations_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "space_organisations" ADD CONSTRAINT "space_organisations_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whether an address is somebody's of another organisation is asked at first sign-ins and when it changes.
CREATE INDEX "users_email_idx" ON "users" (lower("email"));
