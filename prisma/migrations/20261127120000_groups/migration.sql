-- CreateTable
CREATE TABLE "groups" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_members" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "user_id" UUID,
    "member_group_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "group_members_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "grants" ADD COLUMN     "group_id" UUID,
ALTER COLUMN "user_id" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "groups_organisation_id_sort_name_key" ON "groups"("organisation_id", "sort_name");

-- CreateIndex
CREATE INDEX "group_members_group_id_idx" ON "group_members"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_members_user_id_group_id_key" ON "group_members"("user_id", "group_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_members_member_group_id_group_id_key" ON "group_members"("member_group_id", "group_id");

-- CreateIndex
CREATE UNIQUE INDEX "grants_group_id_resource_type_resource_id_key" ON "grants"("group_id", "resource_type", "resource_id");

-- AddForeignKey
ALTER TABLE "grants" ADD CONSTRAINT "grants_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "groups" ADD CONSTRAINT "groups_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_member_group_id_fkey" FOREIGN KEY ("member_group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say: a person or a group, never both, never neither, never oneself.
ALTER TABLE "grants" ADD CONSTRAINT "grants_one_subject" CHECK (num_nonnulls("user_id", "group_id") = 1);
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_one_member" CHECK (num_nonnulls("user_id", "member_group_id") = 1);
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_not_itself" CHECK ("member_group_id" <> "group_id");

-- Groups are ordered byte by byte, whatever the database's collation.
ALTER TABLE "groups" ALTER COLUMN "sort_name" TYPE TEXT COLLATE "C";

-- Who lists the people of a resource asks for its few groups apart from its many people.
CREATE INDEX "grants_of_groups_idx" ON "grants" ("resource_type", "resource_id") WHERE "group_id" IS NOT NULL;
