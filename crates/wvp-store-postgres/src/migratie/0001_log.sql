-- The log. Its rows are written once: whoever may write here may add, never change.
create table poortwachter.teller (
    een boolean primary key default true check (een),
    kop bigint not null check (kop >= 0)
);
insert into poortwachter.teller (kop) values (0);

create table poortwachter.record (
    positie bigint primary key check (positie > 0),
    stroom bytea not null check (octet_length(stroom) = 17),
    versie bigint not null check (versie > 0),
    id uuid not null,
    type_naam text not null,
    vorm integer not null,
    moment bigint not null,
    vorige bytea not null check (octet_length(vorige) = 32),
    hash bytea not null check (octet_length(hash) = 32),
    secties bytea not null,
    constraint record_versie unique (stroom, versie),
    constraint record_id unique (stroom, id)
);
-- Ciphertext does not shrink; trying costs time.
alter table poortwachter.record alter column secties set storage external;

create function poortwachter.weiger_wijziging() returns trigger language plpgsql as $$
begin
    raise exception 'records of the log are never changed or removed';
end
$$;
create trigger record_blijft before update or delete or truncate on poortwachter.record
    for each statement execute function poortwachter.weiger_wijziging();
