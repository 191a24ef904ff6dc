-- Contact searches: when each target was last asked for and whether somebody carried it. A miss stands for a while, and the times count
-- against the networks' budgets.
create table lookup (
    account_id text not null,
    target_key blob not null check (length(target_key) = 32),
    asked_at integer not null,
    is_found integer not null check (is_found in (0, 1)),
    primary key (account_id, target_key)
) strict, without rowid;

create index lookup_by_time on lookup (account_id, asked_at);

-- Starts by phone on networks that give them a budget of their own.
create table phone_start (
    account_id text not null,
    granted_at integer not null
) strict;

create index phone_start_by_time on phone_start (account_id, granted_at);
