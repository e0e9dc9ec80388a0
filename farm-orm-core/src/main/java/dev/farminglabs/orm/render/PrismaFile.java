package dev.farminglabs.orm.render;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Prisma schema file: all of it, or a region in one that people write.
 *
 * @param sources  the schemas
 * @param provider the database
 */
record PrismaFile(Sources sources, PrismaProvider provider) {

    private static final String BEGIN = "// <farm-orm> Made by Farm ORM; changes in this region are lost.";
    private static final String END = "// </farm-orm>";

    /** Refuses namespaces where Prisma has none. */
    PrismaFile {
        if (!sources.namespaces().isEmpty() && provider != PrismaProvider.POSTGRESQL) {
            throw OrmFailure.of(
                            OrmErrorCode.UNSUPPORTED,
                            "Namespace " + sources.namespaces().get(0) + " cannot be written for Prisma on "
                                    + provider.provider() + ", where it knows none")
                    .exception();
        }
    }

    /** The whole file. */
    String whole() {
        return "// Schema " + Literals.oneLine(sources.names()) + ", made by Farm ORM.\n\n" + head() + "\n" + models();
    }

    /** The file with its region, everything else as it is. A file that is not there begins with what Prisma needs. */
    String block(@Nullable String there) {
        String region = BEGIN + "\n" + models() + END;
        if (there == null || there.isBlank()) {
            return head() + "\n" + region + "\n";
        }
        int begin = there.indexOf(BEGIN);
        int end = there.indexOf(END);
        if (begin < 0 && end < 0) {
            return there + (there.endsWith("\n") ? "\n" : "\n\n") + region + "\n";
        }
        boolean once = there.lastIndexOf(BEGIN) == begin && there.lastIndexOf(END) == end;
        if (begin < 0 || end < begin || !once) {
            throw OrmFailure.of(
                            OrmErrorCode.INVALID_QUERY,
                            "The generated region is not to be told: the file needs the line " + BEGIN
                                    + " once, and after it " + END + " once")
                    .exception();
        }
        return there.substring(0, begin) + region + there.substring(end + END.length());
    }

    private String models() {
        return PrismaSchema.models(sources, provider);
    }

    /** The address of the database is in {@code prisma.config.ts}. */
    private String head() {
        String namespaces = sources.namespaces().isEmpty()
                ? ""
                : sources.namespaces().stream()
                        .map(PrismaSchema::quoted)
                        .collect(Collectors.joining(", ", "  schemas  = [", "]\n"));
        return "generator client {\n  provider = \"prisma-client\"\n  output   = \"./client\"\n}\n\ndatasource db {\n"
                + "  provider = " + PrismaSchema.quoted(provider.provider()) + "\n" + namespaces + "}\n";
    }
}
