-- Read models and leases: made from the log, and made again when they are lost.
create table poortwachter.leesmodel (
    model text primary key,
    controlepunt bigint not null check (controlepunt >= 0)
);

create table poortwachter.rij (
    model text not null,
    sleutel bytea not null,
    waarde bytea not null,
    primary key (model, sleutel)
);

create table poortwachter.huur (
    werk text primary key,
    -- Nobody after it was given back.
    wie text,
    hek bigint not null check (hek > 0),
    tot bigint not null
);
