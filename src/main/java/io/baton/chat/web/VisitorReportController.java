package io.baton.chat.web;

import io.baton.chat.Customers;
import io.baton.chat.Entrance;
import io.baton.chat.VisitorReports;
import io.baton.kernel.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the company's site tells of its visitor: always the one who asks, and not too often. */
@RestController
@RequestMapping("/api/v1/visitors")
class VisitorReportController {

    private final VisitorReports reports;
    private final Entrance entrance;
    private final CurrentActor current;

    VisitorReportController(VisitorReports reports, Entrance entrance, CurrentActor current) {
        this.reports = reports;
        this.entrance = entrance;
        this.current = current;
    }

    /** Texts, numbers, true and false; null removes. Says nothing of itself when it is printed. */
    record Attributes(
            @NotNull @Size(max = Customers.ATTRIBUTES) Map<String, Object> attributes) {

        @Override
        public String toString() {
            return "Attributes[***]";
        }
    }

    /** Says nothing of itself when it is printed. */
    record Visit(
            @NotBlank @Size(max = 8_000) String url,
            @Nullable @Size(max = 8_000) String title,
            @Nullable Instant at) {

        @Override
        public String toString() {
            return "Visit[***]";
        }
    }

    record Visits(@NotEmpty @Size(max = 20) List<@NotNull @Valid Visit> pages) {}

    /** @param data texts, numbers, true and false. Says nothing of itself when it is printed. */
    record Event(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 20) Map<String, Object> data) {

        @Override
        public String toString() {
            return "Event[***]";
        }
    }

    /** Added to the attributes that are known. */
    @PutMapping("/attributes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void describe(@Valid @RequestBody Attributes told, HttpServletRequest request) {
        reports.describe(visitor(request), told.attributes());
    }

    /** The newest are kept, without user, query and fragment of their addresses. */
    @PostMapping("/pages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void visit(@Valid @RequestBody Visits told, HttpServletRequest request) {
        var visits = told.pages().stream()
                .map(visit -> new VisitorReports.Visit(visit.url(), visit.title(), visit.at()))
                .toList();
        reports.visited(visitor(request), visits);
    }

    /** The newest are kept. */
    @PostMapping("/events")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void happen(@Valid @RequestBody Event told, HttpServletRequest request) {
        reports.happened(visitor(request), told.name(), told.data() == null ? Map.of() : told.data());
    }

    private UUID visitor(HttpServletRequest request) {
        var visitor = VisitorController.requireVisitor(current);
        entrance.requireRoomToReport(current.tenant(), visitor, request.getRemoteAddr());
        return visitor;
    }
}
