package io.baton.leave;

import io.baton.kernel.Changed;
import org.jspecify.annotations.Nullable;

/** Something that happened to a cover; written to the trail of the leave that needs it. */
public sealed interface CoverEvent extends Changed
        permits CoverNeeded, CoverOffered, PeriodLeaveCoverAnswered, CoverOfferExpired, CoverLeftOpen, CoverReleased {

    @Override
    CoverChange change();

    default Cover cover() {
        return change().cover();
    }

    @Override
    default String kind() {
        return "leave";
    }

    @Override
    default String subjectId() {
        return cover().absentee().leaveId().toString();
    }

    @Override
    default String owner() {
        return cover().absentee().id();
    }

    @Override
    default @Nullable String department() {
        return cover().absentee().department();
    }

    @Override
    default @Nullable String before() {
        var was = change().was();
        return was == null ? null : was.state().name();
    }

    @Override
    default String after() {
        return cover().state().name();
    }

    /** The shift, whoever is asked, and what was said. */
    @Override
    default String comment() {
        var cover = cover();
        var text = new StringBuilder(cover.place().day().toString());
        if (cover.offer() != null) {
            text.append(" · ").append(cover.offer().agentName());
        }
        if (change().comment() != null) {
            text.append(" · ").append(change().comment());
        }
        return text.toString();
    }
}
