package io.baton.leave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.identity.Tenants;
import io.baton.leave.PeriodLeaveProcess.Variables;
import io.baton.rota.ShiftTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes what the forms of {@code period-leave} have beyond those of {@code leave}. */
@Component
@Transactional
class PeriodLeavePaperwork {

    private final Leaves leaves;
    private final Covers covers;
    private final LeavePaperwork paperwork;
    private final ShiftTypes types;
    private final Tenants tenants;
    private final ObjectMapper json;

    PeriodLeavePaperwork(
            Leaves leaves,
            Covers covers,
            LeavePaperwork paperwork,
            ShiftTypes types,
            Tenants tenants,
            ObjectMapper json) {
        this.leaves = leaves;
        this.covers = covers;
        this.paperwork = paperwork;
        this.types = types;
        this.tenants = tenants;
        this.json = json;
    }

    LeaveForm readForm(Map<String, Object> fields) {
        return paperwork.readForm(fields, true);
    }

    LeaveDecision readDecision(UUID id, Map<String, Object> fields) {
        return paperwork.readDecision(id, fields, Variables.ALL);
    }

    LeaveDecision readExtensionDecision(UUID id, Map<String, Object> fields) {
        paperwork.refuseChanged(id, fields, Variables.ALL);
        paperwork.refuseOtherExtensionSheet(id, fields.get(Variables.EXTENSION_SHEET));
        return LeaveDecision.read(
                fields.get(LeaveProcess.Variables.DECISION), fields.get(LeaveProcess.Variables.COMMENT));
    }

    CoverDecision readCoverDecision(UUID id, Map<String, Object> fields) {
        paperwork.refuseChanged(id, fields, Variables.ALL);
        return CoverDecision.read(
                fields.get(Variables.COVER_DECISION),
                fields.get(Variables.CANDIDATE),
                fields.get(LeaveProcess.Variables.COMMENT));
    }

    /** What the process is steered by, from the request as it is now. */
    Map<String, Object> controls(UUID id) {
        var controls = new HashMap<>(paperwork.controls(id));
        controls.put(Variables.ADMINS_GROUP, paperwork.admins());
        return controls;
    }

    String admins() {
        return paperwork.admins();
    }

    Optional<String> sheet(UUID id) {
        return paperwork.sheet(id);
    }

    /** When the leave ends, as timers read it. */
    String end(UUID id) {
        return leaves.get(id).window().end().toString();
    }

    LeaveReturn readReturn(Map<String, Object> fields) {
        var comment = fields.get(LeaveProcess.Variables.COMMENT);
        return LeaveReturn.read(fields.get(Variables.RETURN_DATE), fields.get(Variables.RETURN_PERIOD), comment);
    }

    /** The sheet about the days that are to be added, as JSON. */
    String extensionSheet(UUID id) {
        var leave = leaves.get(id);
        return paperwork.extensionSheet(leave, PeriodLeaveCases.added(leave));
    }

    /**
     * What is shown about a cover.
     *
     * @param until when the shift begins
     * @param sheet as JSON
     * @param candidates the options to choose from, as JSON
     */
    record CoverPaper(String until, String sheet, String candidates) {}

    CoverPaper cover(UUID id, List<CoverChoice> choices) {
        var cover = covers.get(id);
        var type = types.get(cover.place().shiftTypeId());
        return new CoverPaper(
                cover.place().during().start().toString(),
                write(CoverSheet.of(cover, type, choices, tenants.settings().zone())),
                write(choices.stream().map(CoverSheet.Option::of).toList()));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
