// The original in TypeScript, with the same schema in its own words.
import {
  belongsTo, bigint, boolean, createOrm, datetime, decimal, defineSchema, enumeration, id, integer, json, model, string,
} from "@farming-labs/orm";
import { createPgPoolDriver } from "@farming-labs/orm-sql";
import pg from "pg";
import { exchange } from "./exchange.ts";

const schema = defineSchema({
  owner: model({
    table: "owner",
    fields: { id: id(), fullName: string().unique(), nickName: string().nullable().unique() },
  }),
  stockItem: model({
    table: "stockItem",
    fields: {
      id: id(),
      ownerId: string().references("owner.id"),
      label: string(),
      note: string().nullable(),
      order: integer(),
      orderOrNull: integer().nullable(),
      total: bigint(),
      totalOrNull: bigint().nullable(),
      price: decimal(),
      balance: decimal().nullable(),
      open: boolean(),
      openOrNull: boolean().nullable(),
      dueAt: datetime(),
      dueAtOrNull: datetime().nullable(),
      level: enumeration(["LOW", "MIDDLE", "HIGH"]).default("LOW"),
      color: enumeration(["r", "g"]).nullable(),
      data: json().nullable(),
      tags: json().nullable(),
      any: json().nullable(),
      createdAt: datetime().defaultNow(),
      updatedAt: datetime().defaultNow(),
    },
    relations: { owner: belongsTo("owner", { foreignKey: "ownerId" }) },
  }),
});

const pool = new pg.Pool();
const orm = createOrm({ schema, driver: createPgPoolDriver<typeof schema>(pool) });

/** A relation is read where it is selected, and so is each field then. */
const selection = Object.fromEntries(Object.keys(schema.models.stockItem.fields).map((name) => [name, true]));

/** It hands JSON to the driver as it is, which takes an array for one of SQL and text for JSON that is written already. */
function jsonText(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

await exchange({
  items: () => orm.stockItem.findMany({ select: { ...selection, owner: true }, orderBy: { id: "asc" } }),
  createOwner: (owner) => orm.owner.create({ data: owner }),
  createItem: ({ data, tags, any, ...item }) =>
    orm.stockItem.create({ data: { ...item, data: jsonText(data), tags: jsonText(tags), any: jsonText(any) } }),
  close: () => pool.end(),
});
