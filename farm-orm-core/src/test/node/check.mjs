// Has a tool read files: node check.mjs prisma|mermaid|mongo FILE... Every file is named with what is wrong in it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runInNewContext } from "node:vm";

const tools = {
  async prisma() {
    const engine = createRequire(import.meta.url)("@prisma/prisma-schema-wasm");
    return (text) => engine.validate(JSON.stringify({ prismaSchema: [["schema.prisma", text]], noColor: true }));
  },
  // Runs a script twice against what mongosh calls db.
  async mongo() {
    return (text) => {
      const collections = [];
      const db = {
        getCollectionNames: () => collections,
        runCommand({ create, createIndexes, indexes }) {
          if (collections.includes(create)) throw new Error(`${create} is made twice`);
          if (create) return collections.push(create);
          if (!collections.includes(createIndexes)) throw new Error(`${createIndexes} is not there`);
          if (!indexes.every((index) => index.name && index.key)) throw new Error(`${createIndexes}: an index without a key`);
        },
      };
      runInNewContext(text, { db });
      runInNewContext(text, { db });
    };
  },
  async mermaid() {
    const { default: mermaid } = await import("mermaid");
    return async (text) => {
      const diagrams = [...text.matchAll(/^```mermaid\n([^]*?)^```$/gm)];
      if (diagrams.length !== 1) throw new Error(`${diagrams.length} diagrams`);
      await mermaid.parse(diagrams[0][1]);
    };
  },
};

const [tool, ...files] = process.argv.slice(2);
const check = await tools[tool]();
for (const file of files) {
  try {
    await check(readFileSync(file, "utf8"));
  } catch (e) {
    console.error(`${file}: ${e.message ?? e}`);
    process.exitCode = 1;
  }
}
