package io.baton.rota.web;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.EntityTags;
import io.baton.kernel.Ids;
import io.baton.kernel.Page;
import io.baton.kernel.Role;
import io.baton.rota.ShiftTypeChanges;
import io.baton.rota.ShiftTypes;
import io.baton.rota.Staffing;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shift types, for administrators; the plan carries those that everybody else needs to read it. Who changes one says which
 * version was seen, with {@code If-Match}.
 */
@RestController
@RequestMapping("/api/v1/shift-types")
class ShiftTypeController {

    private final ShiftTypes types;
    private final Staffing staffing;
    private final ShiftTypeChanges changes;
    private final CurrentActor current;

    ShiftTypeController(ShiftTypes types, Staffing staffing, ShiftTypeChanges changes, CurrentActor current) {
        this.types = types;
        this.staffing = staffing;
        this.changes = changes;
        this.current = current;
    }

    /** Those that are offered, or all of them. */
    @GetMapping
    Page<ShiftTypeDetails> list(@RequestParam(defaultValue = "false") boolean retired) {
        current.get().require(Role.ADMIN);
        var today = changes.today();
        return Page.last(types.histories().stream()
                .filter(type -> retired || !type.isRetired())
                .map(type -> ShiftTypeDetails.of(type, staffing, today))
                .toList());
    }

    @PostMapping
    ResponseEntity<ShiftTypeDetails> add(@Valid @RequestBody ShiftTypeRequest request) {
        current.get().require(Role.ADMIN);
        var added = details(changes.add(request.draft(changes.today())));
        return ResponseEntity.created(URI.create("/api/v1/shift-types/" + added.id()))
                .eTag(EntityTags.of(added.version()))
                .body(added);
    }

    @GetMapping("/{id}")
    ResponseEntity<ShiftTypeDetails> get(@PathVariable String id) {
        current.get().require(Role.ADMIN);
        return tagged(details(id(id)));
    }

    @PutMapping("/{id}")
    ResponseEntity<ShiftTypeDetails> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ShiftTypeRequest request) {
        var known = known(id);
        changes.change(known, EntityTags.seen(ifMatch), request.draft(changes.today()));
        return tagged(details(known));
    }

    /** Retires it: what is planned and what it was stays. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        changes.retire(known(id), EntityTags.seen(ifMatch));
    }

    private UUID known(String id) {
        current.get().require(Role.ADMIN);
        return types.history(id(id)).id();
    }

    private ShiftTypeDetails details(UUID id) {
        return ShiftTypeDetails.of(types.history(id), staffing, changes.today());
    }

    private static ResponseEntity<ShiftTypeDetails> tagged(ShiftTypeDetails type) {
        return ResponseEntity.ok().eTag(EntityTags.of(type.version())).body(type);
    }

    private static UUID id(String id) {
        return Ids.parse(id, "shift_type_unknown");
    }
}
