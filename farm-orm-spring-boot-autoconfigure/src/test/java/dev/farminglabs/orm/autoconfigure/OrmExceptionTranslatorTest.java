package dev.farminglabs.orm.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.error.OrmErrorCode;
import dev.farminglabs.orm.error.OrmFailure;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.support.PersistenceExceptionTranslator;

class OrmExceptionTranslatorTest {

    private final OrmExceptionTranslator translator = new OrmExceptionTranslator();

    @Test
    void oursComeBackAsTheyAre() {
        DataAccessException ours =
                OrmFailure.of(OrmErrorCode.TIMEOUT, "took too long").exception();
        assertThat(translator.translateExceptionIfPossible(ours)).isSameAs(ours);
    }

    @Test
    void othersAreLeftToOthers() {
        DataAccessException ours =
                OrmFailure.of(OrmErrorCode.TIMEOUT, "took too long").exception();
        assertThat(translator.translateExceptionIfPossible(new DuplicateKeyException("not ours")))
                .isNull();
        assertThat(translator.translateExceptionIfPossible(new IllegalStateException("the application's own", ours)))
                .isNull();
    }

    @Test
    void itIsABeanOnce() {
        Fixtures.context().run(ready -> assertThat(ready).hasSingleBean(PersistenceExceptionTranslator.class));
    }
}
