package io.baton.leave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.identity.Tenants;
import io.baton.rota.HalfDays;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
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
    private final Clock clock;

    ApprovalSheets(
            LeaveTable table,
            LeaveRulebook rulebook,
            Attachments attachments,
            Tenants tenants,
            ObjectMapper json,
            Clock clock) {
        this.clock = clock;
        this.table = table;
        this.rulebook = rulebook;
        this.attachments = attachments;
        this.tenants = tenants;
        this.json = json;
    }

    /** The sheet about the request as JSON, as of now. */
    String renew(LeaveRequest leave) {
        var text = write(leave, rulebook.judge(leave));
        table.keepSheet(leave.id(), text);
        return text;
    }

    /** The sheet about the days that are to be added to a leave, as JSON, as of now. */
    String renewExtension(LeaveRequest leave, HalfDays added) {
        var asked = leave.form().withSpan(added).withReason(reason(leave));
        var text = write(leave.asking(asked), rulebook.judge(leave, added, clock.instant()));
        table.keepExtensionSheet(leave.id(), text);
        return text;
    }

    private static String reason(LeaveRequest leave) {
        var wish = leave.progress().extension();
        return wish == null ? leave.form().reason() : wish.reason();
    }

    private String write(LeaveRequest leave, LeaveVerdict said) {
        var zone = tenants.settings().zone();
        var since = LocalDate.ofInstant(leave.createdAt(), zone).minusDays(DAYS_OF_HISTORY);
        var history = table.since(leave.applicant().id(), since, leave.id());
        try {
            return json.writeValueAsString(ApprovalSheet.of(leave, said, history, attachments.of(leave), zone));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether this is the sheet that was made for the request. */
    boolean isGenuine(UUID id, String sheet) {
        return isSame(sheet, table.sheet(id));
    }

    /** Whether this is the sheet that was made for the days that are to be added. */
    boolean isGenuineExtension(UUID id, String sheet) {
        return isSame(sheet, table.extensionSheet(id));
    }

    private boolean isSame(String sheet, Optional<String> kept) {
        try {
            return Objects.equals(json.readTree(sheet), json.readTree(kept.orElse("null")));
        } catch (JsonProcessingException notEvenJson) {
            return false;
        }
    }
}
