-- Up Migration

-- Who else was at a place: asked whenever an investigator looks for candidates. Places only, so that it stays small.
create index route_by_place on route using gin (jsonb_path_query_array(state, '$.visits[*].placeId') jsonb_path_ops);

-- Down Migration

drop index route_by_place;
