-- What most people have nothing of (groups, links) is asked by functions: a query that comes upon none pays for a call,
-- not for setting up its parts. plpgsql, so that they are never spread into the query that calls them; their ROWS
-- keep the planner from reading whole tables in expectation of many.

-- Every group a person is in, also by way of other groups.
CREATE FUNCTION "groups_above"("person" UUID) RETURNS UUID[] LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "group_members" m WHERE m."user_id" = "person") THEN
    RETURN '{}';
  END IF;
  RETURN ARRAY(
    WITH RECURSIVE above AS (
      SELECT m."group_id" FROM "group_members" m WHERE m."user_id" = "person"
      UNION SELECT m."group_id" FROM above JOIN "group_members" m ON m."member_group_id" = above."group_id"
    ) SELECT above."group_id" FROM above);
END
$$;

-- People in a group, also by way of groups in it, and since when they are in the one that brings them.
CREATE FUNCTION "people_below"("top" UUID) RETURNS TABLE ("user_id" UUID, "since" TIMESTAMPTZ)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 10 AS $$
BEGIN
  RETURN QUERY
    WITH RECURSIVE below AS (
      SELECT "top" AS id
      UNION SELECT m."member_group_id" FROM below JOIN "group_members" m ON m."group_id" = below.id
        WHERE m."member_group_id" IS NOT NULL
    )
    SELECT m."user_id", m."created_at"::timestamptz FROM below JOIN "group_members" m ON m."group_id" = below.id
    WHERE m."user_id" IS NOT NULL;
END
$$;

-- The most a link on a resource may be: the least of what is said on it and on everything above it, and of the default
-- where its space says nothing. One row, or none when there is no such resource.
CREATE FUNCTION "link_bounds"(
  "type" "GrantResource", "resource" UUID, "most_depth" INT, "default_reach" "LinkReach", "default_role" "Role"
) RETURNS TABLE ("organisation_id" UUID, "space_id" UUID, "reach" "LinkReach", "role" "Role")
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1 AS $$
BEGIN
  RETURN QUERY
    WITH RECURSIVE up AS (
      SELECT d.id, d.parent_id, d.space_id, 1 AS depth FROM documents d WHERE "type" = 'document' AND d.id = "resource"
      UNION ALL
      SELECT d.id, d.parent_id, d.space_id, up.depth + 1 FROM documents d JOIN up ON d.id = up.parent_id
      WHERE up.depth <= "most_depth"
    ), node AS (
      SELECT 'document'::"GrantResource" AS kind, up.id, up.space_id AS space FROM up
      UNION ALL SELECT 'space', up.space_id, up.space_id FROM up WHERE up.depth = 1
      UNION ALL SELECT 'space', "resource", "resource" WHERE "type" = 'space'
    )
    SELECT s.organisation_id, s.id,
      least(min(p.link_reach), coalesce(min(p.link_reach) FILTER (WHERE node.kind = 'space'), "default_reach")),
      least(min(p.link_role), coalesce(min(p.link_role) FILTER (WHERE node.kind = 'space'), "default_role"))
    FROM node JOIN spaces s ON s.id = node.space
    LEFT JOIN access_policies p ON p.resource_type = node.kind AND p.resource_id = node.id
    GROUP BY s.organisation_id, s.id;
END
$$;
