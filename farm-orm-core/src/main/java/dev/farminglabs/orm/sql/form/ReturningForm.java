package dev.farminglabs.orm.sql.form;

import java.util.List;

/** How a write gives back what it stored. */
public enum ReturningForm {
    /** {@code insert ... returning ...}. */
    CLAUSE(SqlCommand.Answer.RECORDS) {
        @Override
        public void write(SqlWriter sql, List<String> columns) {
            sql.add(" returning ").list(columns, sql::add);
        }
    },
    /**
     * The statement says nothing; the columns are named beside it. H2 has {@code select ... from final table (insert ...)}
     * too, but takes that for a query and does not undo one that fails half way.
     */
    BESIDE(SqlCommand.Answer.RECORDS_BESIDE) {
        @Override
        public void write(SqlWriter sql, List<String> columns) {}
    },
    /** Not at all: what was stored is read in one more statement, and only when it is asked for. */
    READ_BACK(SqlCommand.Answer.COUNT) {
        @Override
        public void write(SqlWriter sql, List<String> columns) {}
    };

    private final SqlCommand.Answer answer;

    ReturningForm(SqlCommand.Answer answer) {
        this.answer = answer;
    }

    /** How the records come. */
    public SqlCommand.Answer answer() {
        return answer;
    }

    /** Writes what is added to the statement; the columns are quoted names. */
    public abstract void write(SqlWriter sql, List<String> columns);
}
