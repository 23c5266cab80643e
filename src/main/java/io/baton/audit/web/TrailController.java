package io.baton.audit.web;

import io.baton.audit.Trail;
import io.baton.audit.TrailEntry;
import io.baton.kernel.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows of what there are trails, and one of them, oldest first, to those who may read it. */
@RestController
@RequestMapping("/api/v1/audit")
class TrailController {

    private final Trail trail;

    TrailController(Trail trail) {
        this.trail = trail;
    }

    /** Everything of which there is a trail, whether or not the caller may read one of it. */
    @GetMapping("/kinds")
    Page<String> kinds() {
        return Page.last(Trail.KINDS);
    }

    @GetMapping("/{kind}/{id}")
    Page<TrailEntry> trail(@PathVariable String kind, @PathVariable String id) {
        return Page.last(trail.of(kind, id));
    }
}
