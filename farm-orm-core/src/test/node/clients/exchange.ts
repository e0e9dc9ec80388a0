// What each program does: `read FILE` writes what the client reads into the file as JSON, `write FILE` has the client store
// what is in the file. Long numbers and decimals are text there, times are as JSON has them.
import { readFileSync, writeFileSync } from "node:fs";

export type Values = Record<string, any>;

export interface Client {
  /** All items in the order of their ids, each with its owner. */
  items(): Promise<Values[]>;
  createOwner(owner: Values): Promise<unknown>;
  createItem(item: Values): Promise<unknown>;
  close(): Promise<unknown>;
}

/** The values of an item in the types of the language. */
function typed(item: Values): Values {
  const result = { ...item };
  for (const name of ["total", "totalOrNull"]) if (item[name] !== null) result[name] = BigInt(item[name]);
  for (const name of ["dueAt", "dueAtOrNull"]) if (item[name] !== null) result[name] = new Date(item[name]);
  return result;
}

export async function exchange(client: Client) {
  const [what, file] = process.argv.slice(2);
  if (what === "read") {
    const items = await client.items();
    writeFileSync(file, JSON.stringify({ items }, (_, value) => (typeof value === "bigint" ? value.toString() : value)));
  } else {
    const { owners, items } = JSON.parse(readFileSync(file, "utf8"));
    for (const owner of owners) await client.createOwner(owner);
    for (const item of items) await client.createItem(typed(item));
  }
  await client.close();
}
