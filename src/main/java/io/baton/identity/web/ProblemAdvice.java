package io.baton.identity.web;

import io.baton.identity.Problems;
import io.baton.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers every failure of the application with a problem; what nobody foresaw is logged and reads {@code internal}. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem, HttpServletRequest request) {
        return answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(BindException failure, HttpServletRequest request) {
        return invalid(failure.getAllErrors(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException failure, HttpServletRequest request) {
        return invalid(failure.getAllErrors(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(HandlerMethodValidationException failure, HttpServletRequest request) {
        var violations = failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> error instanceof FieldError field
                                ? violation(field.getField(), field.getDefaultMessage())
                                : violation(
                                        Objects.requireNonNullElse(
                                                result.getMethodParameter().getParameterName(), "body"),
                                        error.getDefaultMessage())))
                .toList();
        return answer(invalid(violations), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        return answer(invalid(List.of(violation(failure.getName(), "has the wrong form"))), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException failure, HttpServletRequest request) {
        return answer(
                invalid(failure.getConstraintViolations().stream()
                        .map(violated -> violation(lastName(violated), violated.getMessage()))
                        .toList()),
                request);
    }

    /** Left to the filter chain, which knows how each kind of caller is answered. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void security(RuntimeException failure) {
        throw failure;
    }

    /**
     * What nobody foresaw; a caller who hung up in the middle is neither told nor logged. An answer that has begun cannot
     * become a problem any more: its connection is cut, so that nobody takes a part for the whole.
     */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (isOfTheCaller(failure)) {
            return null;
        }
        if (response.isCommitted()) {
            throw failure;
        }
        var problem = failure instanceof ErrorResponse known
                ? HttpRefusals.of(known)
                : HttpRefusals.of(failure).orElse(HttpRefusals.INTERNAL);
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            log.warn("{} {} was refused: {}", request.getMethod(), request.getRequestURI(), failure.toString());
        } else if (problem.status() >= 500) {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        return answer(problem, request);
    }

    /** The caller's connection and no other: a database that is gone must not look like a caller who needs no answer. */
    private static boolean isOfTheCaller(Exception failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException);
    }

    private ResponseEntity<ProblemDetail> invalid(List<ObjectError> errors, HttpServletRequest request) {
        return answer(
                invalid(errors.stream()
                        .map(error -> violation(
                                error instanceof FieldError field ? field.getField() : error.getObjectName(),
                                error.getDefaultMessage()))
                        .toList()),
                request);
    }

    private static Problem invalid(List<Map<String, String>> violations) {
        return Problem.of(422, "invalid", Map.of("violations", violations));
    }

    private static Map<String, String> violation(String field, @Nullable String message) {
        return Map.of("field", field, "message", Objects.requireNonNullElse(message, "invalid"));
    }

    private static String lastName(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .reduce((before, last) -> last)
                .map(Object::toString)
                .orElse("body");
    }

    private ResponseEntity<ProblemDetail> answer(Problem problem, HttpServletRequest request) {
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.properties().get("retryAfterSeconds") instanceof Long seconds) {
            answer.header(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return answer.body(problems.detail(problem, request));
    }
}
