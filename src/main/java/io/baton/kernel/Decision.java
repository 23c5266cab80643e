package io.baton.kernel;

import java.util.List;

/** The answer of rules: allowed, perhaps with warnings, or refused with at least one reason. */
public sealed interface Decision {

    /** Nothing stands against it; the warnings are for whoever decides. */
    record Allowed(List<Reason> warnings) implements Decision {
        public Allowed {
            warnings = List.copyOf(warnings);
        }
    }

    /** Something stands against it; refuses to be made without a reason. */
    record Refused(List<Reason> reasons) implements Decision {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }
}
