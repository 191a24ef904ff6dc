-- The counts of the last run where it left nothing due, so that the same run again need not look at a million contacts to find that out.
-- work_key is a digest of all that decides the work beside the contacts themselves; due_at is when the first answer expires.
create table settled_run (
    settled_id integer primary key check (settled_id = 1),
    work_key blob not null check (length(work_key) = 32),
    due_at integer,
    summary text not null
) strict;

-- Whoever changes what the counts are made of makes them void. Saving the contacts of a merge does it in its own transaction: a trigger
-- would fire for each of a million rows there.
create trigger answer_added after insert on resolution begin delete from settled_run; end;
create trigger answer_changed after update on resolution begin delete from settled_run; end;
create trigger answer_removed after delete on resolution begin delete from settled_run; end;
create trigger work_changed after update of fingerprint on contact begin delete from settled_run; end;
create trigger contact_removed after delete on contact begin delete from settled_run; end;
create trigger source_added after insert on source begin delete from settled_run; end;
create trigger source_changed after update on source begin delete from settled_run; end;
create trigger source_removed after delete on source begin delete from settled_run; end;
create trigger decision_added after insert on decision begin delete from settled_run; end;

-- A record is in one contact, so it is the key: rows are added in the order of the records and their references are checked in that order.
create temp table kept_record as select record_id, contact_key from contact_record;
drop table contact_record;
create table contact_record (
    record_id integer primary key references record (record_id),
    contact_key text not null references contact (key)
) strict;
insert into contact_record (record_id, contact_key) select record_id, contact_key from kept_record order by record_id;
drop table kept_record;
create index contact_record_of_contact on contact_record (contact_key);

-- One tree instead of a table and two indexes, of which the one by value served no query: values are looked up without regard to case.
create temp table kept_identifier as select contact_key, rowid as place, kind, value, network from contact_identifier;
drop table contact_identifier;
create table contact_identifier (
    contact_key text not null references contact (key),
    place integer not null,
    kind text not null check (kind in ('id', 'phone', 'email', 'username')),
    value text not null,
    network text,
    primary key (contact_key, place)
) strict, without rowid;
insert into contact_identifier (contact_key, place, kind, value, network) select contact_key, place, kind, value, network from kept_identifier order by contact_key, place;
drop table kept_identifier;
