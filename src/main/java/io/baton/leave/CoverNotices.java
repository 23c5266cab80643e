package io.baton.leave;

import io.baton.kernel.NoticeRaised;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people about covers: whoever leads the department what is to be found, whoever is asked what is asked. */
@Component
class CoverNotices {

    private static final String LINK = "/desk/leave/covers";

    private final ApplicationEventPublisher events;
    private final Approvers approvers;

    CoverNotices(ApplicationEventPublisher events, Approvers approvers) {
        this.events = events;
        this.approvers = approvers;
    }

    @EventListener
    void on(CoverEvent event) {
        var cover = event.cover();
        var day = cover.place().day();
        var name = cover.absentee().name();
        switch (event) {
            case CoverNeeded needed ->
                tellLeads(event, "needed", name + "请假，班次需要顶班 · " + day, "A cover is needed for " + name + " · " + day);
            case CoverOffered offered ->
                tellAsked(event, "offered", "请您顶班 · " + day, "You are asked to cover · " + day);
            case PeriodLeaveCoverAnswered answered
            when answered.accepted() -> tellLeads(event, "accepted", "已找到顶班 · " + day, "A cover was found · " + day);
            case PeriodLeaveCoverAnswered answered ->
                tellLeads(event, "declined", "顶班被谢绝 · " + day, "The cover was declined · " + day);
            case CoverOfferExpired expired ->
                tellLeads(event, "expired", "顶班邀请超时未答复 · " + day, "Nobody answered about the cover · " + day);
            case CoverReleased released ->
                tellAsked(event, "released", "无需再顶班 · " + day, "You need not cover any more · " + day);
            case CoverLeftOpen left -> {}
        }
    }

    private void tellLeads(CoverEvent event, String what, String zh, String en) {
        approvers.managers(event.cover().absentee().department()).forEach(person -> tell(event, person, what, zh, en));
    }

    private void tellAsked(CoverEvent event, String what, String zh, String en) {
        var offer = event.cover().offer();
        if (offer != null) {
            tell(event, offer.agentId(), what, zh, en);
        }
    }

    /** Nobody is told what they did themselves. */
    private void tell(CoverEvent event, String person, String what, String zh, String en) {
        if (!person.equals(event.actor().id())) {
            events.publishEvent(new NoticeRaised(event.actor().tenant(), person, "cover." + what, zh, en, LINK));
        }
    }
}
