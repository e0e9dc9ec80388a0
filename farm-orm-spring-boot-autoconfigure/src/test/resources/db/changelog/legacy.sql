--liquibase formatted sql

--changeset farm:1
--preconditions onFail:HALT
--precondition-sql-check expectedResult:0 select count(*) from information_schema.tables where table_name = 'users'
create table "legacy" ("id" varchar(40) primary key);
