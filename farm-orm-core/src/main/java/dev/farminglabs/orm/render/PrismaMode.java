package dev.farminglabs.orm.render;

/** How much of a Prisma schema file is generated. */
public enum PrismaMode {
    /** All of it: data source, generator, models. */
    REPLACE,
    /** A region with the models, between two marks. What people wrote around it stays as it is. */
    BLOCK
}
