-- How likely a suggestion is right, and what speaks for and against it.
alter table merge_suggestion add column probability real check (probability between 0 and 1);
alter table merge_suggestion add column evidence text;

-- What the user's decisions and address books taught about suggestions; one row.
create table suggestion_model (
    model_id integer primary key check (model_id = 1),
    version text not null,
    confirmed integer not null,
    rejected integer not null,
    body text not null
) strict;
