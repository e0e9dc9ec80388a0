// Mongoose, with schemas for the collections and documents as Farm ORM has them.
import mongoose, { Schema } from "mongoose";
import { exchange, type Values } from "./exchange.ts";

const Decimal128 = mongoose.Types.Decimal128;

// no __v, and an empty object of JSON is one: not left out
const options = { versionKey: false, minimize: false } as const;

/** A decimal of more than 22 digits is kept in two parts: how many wholes, rounded down, and the rest. */
const wide = new Schema({ w: Schema.Types.Decimal128, f: Schema.Types.Decimal128 }, { _id: false });

// without useBigInt64, a long number beyond 53 bits is read as another one
const connection = await mongoose
  .createConnection(process.env.MONGO_URL!, { dbName: process.env.MONGO_DATABASE, useBigInt64: true })
  .asPromise();

const Owner = connection.model(
  "Owner",
  new Schema({ _id: String, fullName: String, nickName: String }, { ...options, collection: "owner" }),
);

const StockItem = connection.model(
  "StockItem",
  new Schema(
    {
      _id: String,
      ownerId: { type: String, ref: "Owner" },
      label: String,
      note: String,
      order: Schema.Types.Int32,
      orderOrNull: Schema.Types.Int32,
      total: BigInt,
      totalOrNull: BigInt,
      price: Schema.Types.Decimal128,
      balance: wide,
      open: Boolean,
      openOrNull: Boolean,
      dueAt: Date,
      dueAtOrNull: Date,
      level: { type: String, enum: ["LOW", "MIDDLE", "HIGH"], default: "LOW" },
      color: { type: String, enum: ["r", "g"] },
      data: Schema.Types.Mixed,
      tags: Schema.Types.Mixed,
      any: Schema.Types.Mixed,
    },
    { ...options, collection: "stockItem", timestamps: true },
  ),
);

const UNIT = 10n ** 9n;

function parts(decimal: string): Values {
  const [, sign, whole, rest = ""] = decimal.match(/^(-?)(\d+)\.?(\d*)$/)!;
  const scaled = BigInt(sign + whole + rest.padEnd(9, "0"));
  const f = ((scaled % UNIT) + UNIT) % UNIT;
  return {
    w: Decimal128.fromString(((scaled - f) / UNIT).toString()),
    f: Decimal128.fromString(`0.${f.toString().padStart(9, "0")}`),
  };
}

function joined({ w, f }: Values): string {
  const scaled = BigInt(w.toString()) * UNIT + BigInt(Number(f.toString()).toFixed(9).slice(2));
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(10, "0");
  return `${scaled < 0n ? "-" : ""}${digits.slice(0, -9)}.${digits.slice(-9)}`;
}

function named({ _id, ...values }: Values): Values {
  return { id: _id, ...values };
}

function withoutNulls({ id, ...values }: Values): Values {
  return { _id: id, ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) };
}

await exchange({
  async items() {
    const items = await StockItem.find().populate("ownerId").sort({ _id: 1 }).lean();
    return items.map(({ ownerId: owner, price, balance, ...item }: Values) => ({
      ...named(item),
      ownerId: owner._id,
      owner: named(owner),
      price: price.toString(),
      balance: balance && joined(balance),
    }));
  },
  createOwner: (owner) => Owner.create(withoutNulls(owner)),
  createItem: ({ balance, ...item }) => StockItem.create({ ...withoutNulls(item), ...(balance && { balance: parts(balance) }) }),
  close: () => connection.close(),
});
