package io.baton.rota;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of how an assignment came to be what it is.
 *
 * @param author the person id of whoever wrote it; unknown for what was written before authors were kept
 */
public record AssignmentStep(Assignment row, @Nullable String author, Instant at) {}
