-- CreateEnum
CREATE TYPE "LabelKey" AS ENUM ('public', 'internal', 'restricted');
CREATE TYPE "LabelTone" AS ENUM ('neutral', 'primary', 'ok', 'amber', 'danger');

-- CreateTable
CREATE TABLE "labels" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "key" "LabelKey",
    "name" TEXT,
    "rank" INTEGER NOT NULL,
    "tone" "LabelTone" NOT NULL,
    "link_reach" "LinkReach" NOT NULL,
    "guests" BOOLEAN NOT NULL,
    "others" BOOLEAN NOT NULL,
    "exports" BOOLEAN NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "labels_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "labels_organisation_id_rank_idx" ON "labels"("organisation_id", "rank");
ALTER TABLE "labels" ADD CONSTRAINT "labels_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "labels" ADD CONSTRAINT "labels_called_something" CHECK ("key" IS NOT NULL OR "name" IS NOT NULL);
CREATE UNIQUE INDEX "labels_one_default" ON "labels"("organisation_id") WHERE "is_default";

-- What is there stays as open as it is: it carries no label until somebody says which.
ALTER TABLE "spaces" ADD COLUMN "label_id" UUID;
ALTER TABLE "documents" ADD COLUMN "label_id" UUID;
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_label_id_fkey" FOREIGN KEY ("label_id") REFERENCES "labels"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "documents" ADD CONSTRAINT "documents_label_id_fkey" FOREIGN KEY ("label_id") REFERENCES "labels"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Whether a label is in use, and which documents of a space carry one of their own: few do.
CREATE INDEX "spaces_labelled" ON "spaces"("label_id") WHERE "label_id" IS NOT NULL;
CREATE INDEX "documents_labelled" ON "documents"("label_id") WHERE "label_id" IS NOT NULL;
CREATE INDEX "documents_labelled_in_space" ON "documents"("space_id") WHERE "label_id" IS NOT NULL;

-- Whatever makes an organisation makes its labels with it.
CREATE FUNCTION "create_default_labels"("organisation" UUID) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "labels" ("id", "organisation_id", "key", "rank", "tone", "link_reach", "guests", "others", "exports", "is_default")
  VALUES
    (gen_random_uuid(), "organisation", 'public', 0, 'ok', 'anyone', true, true, true, false),
    (gen_random_uuid(), "organisation", 'internal', 1, 'neutral', 'organisation', true, true, true, true),
    (gen_random_uuid(), "organisation", 'restricted', 2, 'danger', 'restricted', false, false, false, false);
$$;
SELECT "create_default_labels"("id") FROM "organisations";
CREATE FUNCTION "label_new_organisation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "create_default_labels"(NEW."id");
  RETURN NULL;
END
$$;
CREATE TRIGGER "organisations_have_labels" AFTER INSERT ON "organisations"
  FOR EACH ROW EXECUTE FUNCTION "label_new_organisation"();

-- As before, and within what the labels on the resource and above it permit; and whether guests and people of other
-- organisations may be there at all.
DROP FUNCTION "link_bounds";
CREATE FUNCTION "link_bounds"(
  "type" "GrantResource", "resource" UUID, "most_depth" INT, "default_reach" "LinkReach", "default_role" "Role"
) RETURNS TABLE (
  "organisation_id" UUID, "space_id" UUID, "reach" "LinkReach", "role" "Role", "guests" BOOLEAN, "others" BOOLEAN
)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1 AS $$
BEGIN
  RETURN QUERY
    WITH RECURSIVE up AS (
      SELECT d.id, d.parent_id, d.space_id, d.label_id, 1 AS depth FROM documents d
      WHERE "type" = 'document' AND d.id = "resource"
      UNION ALL
      SELECT d.id, d.parent_id, d.space_id, d.label_id, up.depth + 1 FROM documents d JOIN up ON d.id = up.parent_id
      WHERE up.depth <= "most_depth"
    ), node AS (
      SELECT 'document'::"GrantResource" AS kind, up.id, up.space_id AS space, up.label_id FROM up
      UNION ALL
      SELECT 'space', s.id, s.id, s.label_id FROM spaces s
      WHERE s.id = CASE WHEN "type" = 'space' THEN "resource" ELSE (SELECT up.space_id FROM up WHERE up.depth = 1) END
    )
    SELECT s.organisation_id, s.id,
      least(min(p.link_reach), coalesce(min(p.link_reach) FILTER (WHERE node.kind = 'space'), "default_reach"),
        min(l.link_reach)),
      least(min(p.link_role), coalesce(min(p.link_role) FILTER (WHERE node.kind = 'space'), "default_role")),
      coalesce(bool_and(l.guests), true), coalesce(bool_and(l.others), true)
    FROM node JOIN spaces s ON s.id = node.space
    LEFT JOIN access_policies p ON p.resource_type = node.kind AND p.resource_id = node.id
    LEFT JOIN labels l ON l.id = node.label_id
    GROUP BY s.organisation_id, s.id;
END
$$;
