package io.baton.leave;

import java.util.List;

/** A leave was given back, but others had been given its place meanwhile: the department has more people than planned. */
record PlaceFilled(LeaveRequest leave, List<String> filledBy) {

    PlaceFilled {
        filledBy = List.copyOf(filledBy);
    }
}
