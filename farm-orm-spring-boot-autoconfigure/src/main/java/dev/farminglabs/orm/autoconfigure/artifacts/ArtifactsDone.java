package dev.farminglabs.orm.autoconfigure.artifacts;

/** Ends a start that was for files and went well, before the application is up. There is no other way to end a start. */
final class ArtifactsDone extends RuntimeException {

    ArtifactsDone() {
        super("The artifacts are done, and so is this start", null, false, false);
    }
}
