-- Times are milliseconds since 1970, UTC.

create table meta (
    key text primary key,
    value text not null
) strict, without rowid;

create table source (
    source_id integer primary key,
    name text not null unique,
    digest blob not null,
    settings text not null,
    layout text not null,
    rows_read integer not null,
    imported integer not null,
    rejected integer not null,
    imported_at integer not null
) strict;

-- One address-book row as it was normalised. A row that vanished from its file stays and is marked absent.
create table record (
    record_id integer primary key,
    source_id integer not null references source (source_id),
    record integer not null,
    line integer not null,
    body text not null,
    absent integer not null default 0 check (absent in (0, 1))
) strict;

create index record_of_source on record (source_id, absent, record);

create table reject (
    source_id integer not null references source (source_id),
    record integer not null,
    line integer not null,
    problems text not null,
    row_text text
) strict;

create index reject_of_source on reject (source_id);

create table contact (
    key text primary key,
    name text not null,
    fingerprint blob,
    absent integer not null default 0 check (absent in (0, 1))
) strict, without rowid;

create table contact_record (
    contact_key text not null references contact (key),
    record_id integer not null references record (record_id),
    primary key (contact_key, record_id)
) strict, without rowid;

create index contact_of_record on contact_record (record_id);

create table contact_identifier (
    contact_key text not null references contact (key),
    kind text not null check (kind in ('id', 'phone', 'email', 'username')),
    value text not null,
    network text
) strict;

create index contact_identifier_of_contact on contact_identifier (contact_key);
create index contact_identifier_by_value on contact_identifier (value);

create table account (
    account_id text primary key,
    body text not null,
    read_at integer not null
) strict, without rowid;

-- What is known of a contact on an account: the content of its result line. A contact no account can resolve has one row without account.
create table resolution (
    contact_key text not null references contact (key),
    account_id text not null,
    decision text not null check (decision in ('start', 'hold', 'skip')),
    outcome text not null check (outcome in ('resolved', 'not_found', 'held', 'skipped', 'failed', 'unknown')),
    status text check (status in ('existing', 'created')),
    chat_id text,
    body text not null,
    settled_at integer not null,
    expires_at integer,
    primary key (contact_key, account_id),
    check (outcome <> 'resolved' or chat_id is not null)
) strict, without rowid;

create index resolution_of_chat on resolution (account_id, chat_id) where chat_id is not null;

-- One start per account and target, written before its first byte is sent.
create table op (
    op_id integer primary key,
    account_id text not null,
    target_key blob not null check (length(target_key) = 32),
    contact_key text not null,
    effect text not null check (effect in ('E1', 'E2', 'E3')),
    state text not null check (state in ('pending', 'claimed', 'inflight', 'resolved', 'not_found', 'rejected', 'deferred', 'unknown', 'reconciling', 'review', 'skipped')),
    attempt integer not null default 0,
    owner text,
    not_before integer,
    started_at integer,
    chat_id text,
    status text,
    status_certain integer not null default 1 check (status_certain in (0, 1)),
    reason text,
    http_status integer,
    unique (account_id, target_key),
    check (state <> 'resolved' or chat_id is not null),
    check (state not in ('claimed', 'inflight') or owner is not null)
) strict;

create index op_ready on op (account_id, not_before) where state in ('pending', 'deferred');
create index op_open on op (state) where state in ('claimed', 'inflight', 'unknown', 'reconciling', 'review');
create index op_of_chat on op (account_id, chat_id);

-- Every request that may have an effect, for ever.
create table attempt (
    op_id integer not null references op (op_id),
    n integer not null,
    account_id text not null,
    started_at integer not null,
    ended_at integer,
    endpoint text not null,
    allow_invite integer not null check (allow_invite in (0, 1)),
    has_text integer not null check (has_text in (0, 1)),
    digest blob not null,
    outcome text,
    http_status integer,
    code text,
    primary key (op_id, n)
) strict, without rowid;

create index attempt_by_time on attempt (account_id, started_at);

-- First messages: at most one per account, chat and campaign.
create table outbox (
    account_id text not null,
    chat_id text not null,
    campaign text not null,
    body_digest blob not null,
    state text not null check (state in ('pending', 'inflight', 'sent', 'unknown', 'skipped')),
    attempt integer not null default 0,
    primary key (account_id, chat_id, campaign)
) strict, without rowid;

-- What a user decided, for ever. For 'merge' and 'keep-apart' subject and object are the two people, described so that re-imported rows are recognised.
create table decision (
    decision_id integer primary key,
    kind text not null,
    subject text not null,
    object text,
    decided_at integer not null
) strict;

-- Contacts that may be one person, as the last merge left them.
create table merge_suggestion (
    first_key text not null references contact (key),
    second_key text not null references contact (key),
    reason text not null,
    primary key (first_key, second_key)
) strict, without rowid;

create table run (
    run_id integer primary key,
    command text not null,
    owner text not null,
    started_at integer not null,
    ended_at integer,
    exit_code integer,
    summary text
) strict;
