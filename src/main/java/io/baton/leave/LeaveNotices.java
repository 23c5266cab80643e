package io.baton.leave;

import io.baton.kernel.NoticeRaised;
import io.baton.rota.HalfDays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people what happened to a request: the applicant what others did, the approvers what waits for them. */
@Component
class LeaveNotices {

    private final ApplicationEventPublisher events;
    private final Approvers approvers;

    LeaveNotices(ApplicationEventPublisher events, Approvers approvers) {
        this.events = events;
        this.approvers = approvers;
    }

    @EventListener
    void on(LeaveEvent event) {
        var leave = event.leave();
        var name = leave.applicant().name();
        switch (event) {
            case LeaveAdmitted admitted -> tellApprovers(event, name + "申请请假", name + " asks for leave");
            case LeaveReminded reminded ->
                tellApprovers(event, name + "的请假仍待审批", "The leave of " + name + " still waits for a decision");
            case LeaveEscalated escalated -> {
                tell(event, approvers.admins(), name + "的请假超时未审批", "Nobody decided about the leave of " + name);
                tellApplicant(event, "请假已升级至管理员审批", "Your leave was handed to the administrators");
            }
            case LeaveHeldBack heldBack ->
                tellApprovers(event, name + "的请假暂不能批准", "The leave of " + name + " cannot be approved now");
            case LeaveExpired expired -> {
                tellApplicant(event, "请假未及时审批，已失效", "Nobody decided about your leave in time");
                tellApprovers(event, name + "的请假已失效", "The leave of " + name + " expired");
            }
            case LeaveEndorsed endorsed ->
                tellApprovers(event, name + "的多日请假需管理员审批", "The leave of " + name + " needs an administrator");
            case LeaveRejected rejected -> tellApplicant(event, "请假被驳回", "Your leave was rejected");
            case LeaveApproved approved -> tellApplicant(event, "请假已批准", "Your leave was approved");
            case LeaveWithdrawn withdrawn -> tellApprovers(event, name + "已撤回请假", name + " took the leave back");
            case PeriodLeaveWithdrawn withdrawn -> tellApprovers(event, name + "已撤回请假", name + " took the leave back");
            case PeriodLeaveReturnedEarly returned ->
                tellApprovers(event, name + "提前销假", name + " is back early from leave");
            case PeriodLeaveExtensionRequested asked -> {}
            case LeaveExtensionAdmitted admitted ->
                tellApprovers(event, name + "申请续假", name + " asks to stay away longer");
            case LeaveExtensionHeldBack heldBack ->
                tellApprovers(event, name + "的续假暂不能批准", "The longer leave of " + name + " cannot be approved now");
            case LeaveExtended extended -> tellApplicant(event, "续假已批准", "Your longer leave was approved");
            case LeaveExtensionRefused refused -> tellApplicant(event, "续假未获批准", "Your longer leave was not approved");
            case LeaveBegun begun -> tellApplicant(event, "请假已开始", "Your leave has begun");
            case LeaveTaken taken -> tellApplicant(event, "请假已结束", "Your leave is over");
            case LeaveRequested requested -> {}
            case LeaveCounted counted -> {}
            case LeaveRefusedByRule refused -> {}
        }
    }

    @EventListener
    void on(PlaceFilled filled) {
        var leave = filled.leave();
        var others = String.join(", ", filled.filledBy());
        approvers
                .of(leave)
                .forEach(person -> events.publishEvent(new NoticeRaised(
                        approvers.tenant(),
                        person,
                        "leave.filled",
                        leave.applicant().name() + "销假，其班次已由 " + others + " 顶班",
                        leave.applicant().name() + " is back, but " + others + " took over the shift",
                        link(leave))));
    }

    private void tellApplicant(LeaveEvent event, String zh, String en) {
        tell(event, List.of(event.leave().applicant().id()), zh, en);
    }

    private void tellApprovers(LeaveEvent event, String zh, String en) {
        tell(event, approvers.of(event.leave()), zh, en);
    }

    /** Nobody is told what they did themselves. */
    private void tell(LeaveEvent event, Collection<String> people, String zh, String en) {
        var leave = event.leave();
        var when = " · " + when(leave.form().span());
        people.stream()
                .filter(person -> !person.equals(event.actor().id()))
                .forEach(person -> events.publishEvent(new NoticeRaised(
                        event.actor().tenant(), person, kind(event), zh + when, en + when, link(leave))));
    }

    /** {@code leave.approved} for {@link LeaveApproved}. */
    private static String kind(LeaveEvent event) {
        var what = event.what().substring("Leave".length());
        return "leave." + what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1);
    }

    private static String when(HalfDays span) {
        return span.start().equals(span.end()) ? span.start().toString() : span.start() + " – " + span.end();
    }

    private static String link(LeaveRequest leave) {
        return "/desk/leave/" + leave.id();
    }
}
