// Drizzle, with the module that Farm ORM writes.
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { exchange } from "./exchange.ts";
import * as schema from "./schema.ts";

const pool = new pg.Pool();
const db = drizzle(pool, { schema });

await exchange({
  items: () => db.query.stockItem.findMany({ with: { owner: true }, orderBy: schema.stockItem.id }),
  createOwner: (owner) => db.insert(schema.owner).values(owner as typeof schema.owner.$inferInsert),
  createItem: (item) => db.insert(schema.stockItem).values(item as typeof schema.stockItem.$inferInsert),
  close: () => pool.end(),
});
