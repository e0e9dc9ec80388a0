/** Tables that other clients read and write as well: Prisma, Drizzle, the original in TypeScript, Mongoose. */
@NullMarked
package dev.farminglabs.orm.sharing;

import org.jspecify.annotations.NullMarked;
