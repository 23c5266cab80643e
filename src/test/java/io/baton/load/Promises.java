package io.baton.load;

import io.baton.load.Ledger.Breach;
import io.baton.load.Report.Row;
import io.baton.load.Report.Verdict;

/** Adds the row that says whether every promise was kept. */
final class Promises {

    private Promises() {}

    static void report(Report report, String what, Clients clients) {
        if (clients.ledger().clean()) {
            report.row(row(what, clients));
        } else {
            report.fail(row(what, clients));
        }
    }

    private static Row row(String what, Clients clients) {
        var ledger = clients.ledger();
        ledger.examples().forEach(example -> System.out.println("  ! " + example));
        return new Row(
                what,
                "0 lost, 0 doubled, 0 reordered",
                "%d messages, %d acknowledged: %d lost, %d doubled, %d reordered, %d other"
                        .formatted(
                                ledger.sentCount(),
                                ledger.acknowledgedCount(),
                                ledger.count(Breach.LOST),
                                ledger.count(Breach.DOUBLED),
                                ledger.count(Breach.REORDERED),
                                ledger.count(
                                        Breach.ALTERED,
                                        Breach.NEVER_STORED,
                                        Breach.GAP,
                                        Breach.NOT_DELIVERED,
                                        Breach.UNANSWERED)),
                "",
                Verdict.of(ledger.clean()));
    }
}
