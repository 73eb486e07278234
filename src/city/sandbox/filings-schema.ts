/** Tables of the register of filings. */
export const SCHEMA = `
  create table if not exists filings (
    number integer primary key autoincrement,
    idempotencyKey text not null unique,
    receiptNumber text not null unique,
    bodyHash text not null,
    body text not null,
    schedule text not null,
    receivedAt integer not null,
    withdrawnAt integer,
    withdrawalReason text
  ) strict;
  create table if not exists clerkEvents (
    number integer primary key autoincrement,
    receiptNumber text not null,
    at integer not null,
    act text not null
  ) strict;
  create table if not exists supplements (
    receiptNumber text primary key,
    idempotencyKey text not null,
    given text not null,
    at integer not null
  ) strict;
  create table if not exists ratings (receiptNumber text primary key, rating text not null, at integer not null) strict;
  create table if not exists desk (id integer primary key, attended integer not null) strict`
