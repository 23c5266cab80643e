package io.baton.handoff;

import org.springframework.stereotype.Component;

/** Everything a step of the process may call. */
@Component
record HandoffWork(
        Matching matching,
        Offers offers,
        Serving serving,
        Transfers transfers,
        Escalations escalations,
        Drain drain,
        Terms terms) {}
