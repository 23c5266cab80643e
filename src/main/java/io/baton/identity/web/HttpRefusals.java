package io.baton.identity.web;

import io.baton.kernel.Problem;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Gives the refusals of the framework codes of ours. */
final class HttpRefusals {

    static final Problem INTERNAL = Problem.of(500, "internal", Map.of());

    private HttpRefusals() {}

    static Problem of(ErrorResponse response) {
        if (response instanceof MaxUploadSizeExceededException) {
            return Problem.of(413, "too_large", Map.of());
        }
        int status = response.getStatusCode().value();
        return switch (status) {
            case 400 -> Problem.unreadable("bad_request");
            case 404 -> Problem.notFound("path_unknown");
            case 405 -> Problem.of(status, "method_not_allowed", Map.of());
            case 406 -> Problem.of(status, "not_acceptable", Map.of());
            case 413 -> Problem.of(status, "too_large", Map.of());
            case 415 -> Problem.of(status, "media_type_unsupported", Map.of());
            case 503 -> Problem.of(status, "unavailable", Map.of());
            default -> status < 500 ? Problem.of(status, "bad_request", Map.of()) : INTERNAL;
        };
    }

    static Optional<Problem> of(Exception failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case HttpMessageNotReadableException unreadable -> Problem.unreadable("unreadable");
                    case MultipartException broken -> Problem.unreadable("unreadable");
                    case PessimisticLockingFailureException busy -> Problem.conflict("busy");
                    case CannotCreateTransactionException unreachable -> Problem.of(503, "unavailable", Map.of());
                    case DataAccessResourceFailureException unreachable -> Problem.of(503, "unavailable", Map.of());
                    case TransactionSystemException lostInTheMiddle -> Problem.of(503, "unavailable", Map.of());
                    default -> null;
                });
    }
}
