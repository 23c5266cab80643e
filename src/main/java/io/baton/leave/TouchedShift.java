package io.baton.leave;

import io.baton.rota.AssignmentLocks;
import io.baton.rota.LeaveCut;
import io.baton.rota.ShiftType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A shift that a leave touches, with the name people know it by.
 *
 * @param piece what the leave takes of it, and what it leaves
 */
public record TouchedShift(LeaveCut.Piece piece, @Nullable ShiftType type) {

    static List<TouchedShift> of(LeaveCut cut, List<ShiftType> types) {
        var byId = types.stream().collect(Collectors.toMap(ShiftType::id, type -> type));
        return cut.pieces().stream().map(piece -> of(piece, byId)).toList();
    }

    private static TouchedShift of(LeaveCut.Piece piece, Map<UUID, ShiftType> types) {
        var id = piece.assignment().shiftTypeId();
        return new TouchedShift(piece, id == null ? null : types.get(id));
    }

    public LocalDate day() {
        return piece.assignment().day();
    }

    public String zh() {
        return type == null ? "班次" : type.zh();
    }

    public String en() {
        return type == null ? "planned" : type.en();
    }

    LeaveFacts.TouchedShift fact(List<AssignmentLocks.Lock> locks) {
        var lockedBy = locks.stream()
                .filter(lock -> lock.assignmentId().equals(piece.assignment().id()))
                .map(AssignmentLocks.Lock::number)
                .findFirst();
        boolean overnight = type != null && type.crossesMidnight();
        boolean cut = !piece.kept().isEmpty();
        return new LeaveFacts.TouchedShift(day(), zh(), en(), lockedBy.orElse(""), overnight, cut);
    }
}
