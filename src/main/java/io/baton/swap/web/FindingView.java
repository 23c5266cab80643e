package io.baton.swap.web;

import io.baton.rules.Finding;
import io.baton.rules.Severity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says, in the caller's language.
 *
 * @param step the item it speaks of, from 1 on; absent when it speaks of the whole chain
 */
record FindingView(
        String code,
        Severity severity,
        String rule,
        String message,
        @Nullable Integer step) {

    static FindingView of(Finding finding, Locale locale) {
        var step = finding.reason().parameters().get("step");
        return new FindingView(
                finding.reason().code(),
                finding.severity(),
                finding.rule(),
                finding.reason().in(locale),
                step == null ? null : Integer.valueOf(step));
    }

    /** The same, where there are no steps to speak of. */
    FindingView ofNoStep() {
        return new FindingView(code, severity, rule, message, null);
    }

    static List<FindingView> of(List<Finding> findings, Locale locale) {
        return findings.stream().map(finding -> of(finding, locale)).toList();
    }
}
