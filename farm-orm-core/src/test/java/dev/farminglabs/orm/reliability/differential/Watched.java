package dev.farminglabs.orm.reliability.differential;

import dev.farminglabs.orm.tck.StoreFixture;
import java.util.List;

/** An empty store that notes the shape of what it is sent: all of it but for the values, of which it only says where they are. */
interface Watched extends AutoCloseable {

    StoreFixture fixture();

    /** What a client is made of. */
    Object store();

    /** The shapes of what the work sends, in turn. */
    List<String> of(Runnable work);

    /** Whether the store's place only stands in for a server. */
    default boolean standIn() {
        return false;
    }

    /** Whether how the call is carried out depends on its values. Even then they have to be in their places. */
    default boolean plansByValues(Call call) {
        return false;
    }

    @Override
    void close();
}
