create table "legacy" ("id" varchar(40) primary key);
