package io.baton.leave;

import io.baton.kernel.Reason;
import io.baton.rota.CoverCandidate;
import io.baton.rules.Finding;
import java.math.BigDecimal;
import java.util.List;

/** Somebody who may be asked to take a shift over, as ranked when it was last looked. */
public record CoverChoice(String id, String name, BigDecimal points, List<Part> parts, List<Reason> warnings) {

    /** Points for one aspect. */
    public record Part(String part, BigDecimal points) {}

    public CoverChoice {
        parts = List.copyOf(parts);
        warnings = List.copyOf(warnings);
    }

    static CoverChoice of(CoverCandidate candidate) {
        return new CoverChoice(
                candidate.agent().id(),
                candidate.agent().name(),
                candidate.points(),
                candidate.parts().stream()
                        .map(part -> new Part(part.part(), part.points()))
                        .toList(),
                candidate.warnings().stream().map(Finding::reason).toList());
    }
}
