-- Up Migration

create table webhook_subscription (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  stage text not null generated always as (state ->> 'stage') stored,
  owner text not null generated always as (state ->> 'subscribedBy') stored
);

-- What deliveries are signed with; sealed under the id of its row.
create table webhook_secret (
  id uuid primary key,
  subscription_id uuid not null,
  sealed jsonb not null,
  made_at timestamptz not null default clock_timestamp()
);
create index webhook_secret_by_subscription on webhook_secret (subscription_id);

-- How far a subscriber has come: everything up to the cursor was taken, or is laid aside.
create table webhook_progress (
  subscription_id uuid primary key,
  cursor text not null,
  taken_at timestamptz,
  stirred_at timestamptz
);

-- A page under way (`next`; `again` where somebody has it sent once more), or laid aside (`dead`). Its id stays the same
-- however often it is sent; what it holds is read from the feed between its two ends.
create table webhook_delivery (
  id uuid primary key,
  subscription_id uuid not null,
  stage text not null check (stage in ('next', 'again', 'dead')),
  after_cursor text not null,
  until_cursor text not null,
  events integer not null,
  planned_at timestamptz not null,
  first_tried_at timestamptz,
  attempts integer not null default 0,
  try_at timestamptz,
  code text,
  laid_aside_at timestamptz
);
create unique index webhook_delivery_next on webhook_delivery (subscription_id) where stage = 'next';
create index webhook_delivery_by_subscription on webhook_delivery (subscription_id, id);

-- Down Migration

drop table webhook_delivery, webhook_progress, webhook_secret, webhook_subscription;
