select to_regclass('meta') is not null as there
