-- A first message is a start of effect E3 with its own row in op. The outbox makes it the only one of a chat and campaign, and of a contact
-- and campaign. Schema 1 had the table but never wrote to it.
drop table outbox;

create table outbox (
    account_id text not null,
    chat_id text not null,
    campaign text not null,
    contact_key text not null,
    op_id integer not null unique references op (op_id),
    body_digest blob not null check (length(body_digest) = 32),
    primary key (account_id, chat_id, campaign)
) strict, without rowid;

create unique index outbox_of_contact on outbox (contact_key, campaign);

-- A person allowed one more request after one of unknown outcome.
alter table op add column again integer not null default 0 check (again in (0, 1));

-- Accounts whose server asked for patience.
create table pause (
    account_id text primary key,
    not_before integer not null
) strict, without rowid;

-- Names this store in the marker beside it.
insert or ignore into meta (key, value) values ('uuid', lower(hex(randomblob(16))));
