package dev.farminglabs.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One Markdown table: one work on one store, a row for each subject. */
final class Table {

    /** The subject that has goals. */
    private static final String OWN = "farm-orm";

    private final Suite suite;
    private final List<Measured> measured;

    /** For everything that was measured. */
    Table(Suite suite, List<Measured> measured) {
        this.suite = suite;
        this.measured = measured;
    }

    /** All tables, in the order of the suite. */
    String all() {
        StringBuilder text = new StringBuilder();
        for (int threads : suite.threads()) {
            for (String store : suite.stores()) {
                for (String work : suite.works()) {
                    text.append(one(threads, store, work));
                }
            }
        }
        return text.toString();
    }

    private String one(int threads, String store, String work) {
        List<Measured> rows = measured.stream()
                .filter(one -> one.place().threads() == threads
                        && one.place().store().equals(store)
                        && one.place().work().equals(work))
                .toList();
        if (rows.isEmpty()) {
            return "";
        }
        String title = work + " on " + store + (suite.threads().size() > 1 ? ", threads: " + threads : "");
        StringBuilder text = new StringBuilder("\n### " + title + "\n\n")
                .append("| subject | time us | ± | ratio | client CPU us | CPU ratio | allocated bytes |\n")
                .append("|---|---:|---:|---:|---:|---:|---:|\n");
        String baseline = suite.subjects().get(0);
        for (String subject : suite.subjects()) {
            List<Measured> own = of(rows, subject);
            if (!own.isEmpty()) {
                text.append(row(subject, own, of(rows, baseline)));
            }
        }
        String reached = ratio(of(rows, OWN), of(rows, baseline), Measured::micros);
        return text.append(goal(work + " on " + store, reached)).toString();
    }

    private String goal(String what, String reached) {
        Double goal = suite.goals().get(what);
        return goal == null || reached.isEmpty()
                ? ""
                : String.format("%nGoal for %s: at most %.2f. Reached: %s.%n", OWN, goal, reached);
    }

    private static List<Measured> of(List<Measured> rows, String subject) {
        return rows.stream()
                .filter(one -> one.place().subject().equals(subject))
                .toList();
    }

    private static String row(String subject, List<Measured> own, List<Measured> baseline) {
        double[] micros = own.stream().mapToDouble(Measured::micros).sorted().toArray();
        double spread = (micros[micros.length - 1] - micros[0]) / 2 / median(micros);
        return String.format(
                "| %s | %.1f | %.0f%% | %s | %.1f | %s | %s |%n",
                subject,
                median(micros),
                100 * spread,
                ratio(own, baseline, Measured::micros),
                median(own, Measured::cpu),
                ratio(own, baseline, Measured::cpu),
                bytes(median(own, Measured::bytes)));
    }

    private static String bytes(double bytes) {
        return Double.isNaN(bytes) ? "-" : String.format("%,.0f", bytes);
    }

    /** The middle one of the rounds' ratios. */
    private static String ratio(List<Measured> own, List<Measured> baseline, ToDoubleFunction<Measured> value) {
        List<Double> ratios = new ArrayList<>();
        for (Measured one : own) {
            for (Measured other : baseline) {
                if (one.round() == other.round()) {
                    ratios.add(value.applyAsDouble(one) / value.applyAsDouble(other));
                }
            }
        }
        double[] sorted =
                ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? "" : String.format("%.2f", median(sorted));
    }

    private static double median(List<Measured> rows, ToDoubleFunction<Measured> value) {
        double[] sorted = rows.stream().mapToDouble(value).toArray();
        Arrays.sort(sorted);
        return median(sorted);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
