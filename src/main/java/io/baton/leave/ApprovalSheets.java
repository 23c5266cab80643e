package io.baton.leave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.identity.Tenants;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the sheet an approver reads and keeps it with the request, so that it is known what was decided upon. */
@Component
@Transactional
class ApprovalSheets {

    private static final int DAYS_OF_HISTORY = 90;

    private final LeaveTable table;
    private final LeaveRulebook rulebook;
    private final Attachments attachments;
    private final Tenants tenants;
    private final ObjectMapper json;

    ApprovalSheets(
            LeaveTable table, LeaveRulebook rulebook, Attachments attachments, Tenants tenants, ObjectMapper json) {
        this.table = table;
        this.rulebook = rulebook;
        this.attachments = attachments;
        this.tenants = tenants;
        this.json = json;
    }

    /** The sheet as JSON, as of now. */
    String renew(LeaveRequest leave) {
        var zone = tenants.settings().zone();
        var since = LocalDate.ofInstant(leave.createdAt(), zone).minusDays(DAYS_OF_HISTORY);
        var sheet = ApprovalSheet.of(
                leave,
                rulebook.judge(leave),
                table.since(leave.applicant().id(), since, leave.id()),
                attachments.of(leave),
                zone);
        try {
            var text = json.writeValueAsString(sheet);
            table.keepSheet(leave.id(), text);
            return text;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether this is the sheet that was made for the request. */
    boolean isGenuine(UUID id, String sheet) {
        try {
            return Objects.equals(
                    json.readTree(sheet), json.readTree(table.sheet(id).orElse("null")));
        } catch (JsonProcessingException notEvenJson) {
            return false;
        }
    }
}
