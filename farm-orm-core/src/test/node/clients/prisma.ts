// Prisma's client, made from the Prisma schema that Farm ORM writes.
import { PrismaPg } from "@prisma/adapter-pg";
import { exchange } from "./exchange.ts";
import { Prisma, PrismaClient } from "./prisma/client/client.ts";

// the address is in PGHOST and its like; a schema other than public has to be named
const prisma = new PrismaClient({ adapter: new PrismaPg({}, { schema: process.env.PGSCHEMA }) });

await exchange({
  items: () => prisma.stockItem.findMany({ include: { owner: true }, orderBy: { id: "asc" } }),
  createOwner: (owner) => prisma.owner.create({ data: owner as Prisma.OwnerCreateInput }),
  // a null of JSON and a null of the database are two values to Prisma
  createItem: ({ data, tags, any, ...item }) =>
    prisma.stockItem.create({
      data: {
        ...(item as Prisma.StockItemUncheckedCreateInput),
        data: data ?? Prisma.DbNull,
        tags: tags ?? Prisma.DbNull,
        any: any ?? Prisma.DbNull,
      },
    }),
  close: () => prisma.$disconnect(),
});
