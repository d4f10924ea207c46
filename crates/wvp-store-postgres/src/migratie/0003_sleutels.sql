-- The keyring, in a schema of its own: it is dumped apart from the log (pg_dump --schema).
create schema poortwachter_sleutels;

create table poortwachter_sleutels.sleutel (
    stroom bytea not null check (octet_length(stroom) = 17),
    compartiment smallint not null,
    id bigint not null,
    nonce bytea not null check (octet_length(nonce) = 12),
    gewikkeld bytea not null,
    primary key (stroom, compartiment)
);

-- What was destroyed. No new key comes in its place, and none comes back.
-- The signed certificate says who decided it, when and why.
create table poortwachter_sleutels.vernietigd (
    stroom bytea not null check (octet_length(stroom) = 17),
    compartiment smallint not null,
    bewijs bytea not null check (octet_length(bewijs) = 140),
    primary key (stroom, compartiment)
);

create function poortwachter_sleutels.weiger_vernietigde() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from poortwachter_sleutels.vernietigd v
        where v.stroom = new.stroom and v.compartiment = new.compartiment
    ) then
        return null;
    end if;
    return new;
end
$$;
-- Holds for every writer, a restore of an old dump included.
create trigger sleutel_blijft_weg before insert or update on poortwachter_sleutels.sleutel
    for each row execute function poortwachter_sleutels.weiger_vernietigde();

create function poortwachter_sleutels.weiger_wijziging() returns trigger language plpgsql as $$
begin
    raise exception 'what was destroyed stays destroyed';
end
$$;
create trigger vernietigd_blijft before update or delete or truncate
    on poortwachter_sleutels.vernietigd
    for each statement execute function poortwachter_sleutels.weiger_wijziging();
