package io.baton.handoff.web;

import io.baton.handoff.FloorBoard;
import io.baton.handoff.FloorView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/floor")
class FloorController {

    private final FloorBoard board;

    FloorController(FloorBoard board) {
        this.board = board;
    }

    @GetMapping
    FloorView view(@RequestParam(required = false) @Nullable String department) {
        return board.view(department);
    }
}
