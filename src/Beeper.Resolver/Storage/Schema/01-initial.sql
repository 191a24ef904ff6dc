-- placeholder replaced by the store
select 1;
