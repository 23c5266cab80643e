package io.baton.chat;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All quick replies of one owner at once: written into a file by whoever may use them, taken from one by whoever may write
 * them, all of it or nothing. Takes none away.
 */
@Component
@Transactional
public class QuickReplySets {

    private final QuickReplies replies;
    private final QuickReplyTable table;
    private final CurrentActor current;

    /** How many of a set are new, replaced one that was there, or were there already. */
    public record Taken(int added, int changed, int unchanged) {}

    /** @param known the one that is replaced; absent when it is new */
    private record Match(@Nullable QuickReply known, QuickReply.Draft draft) {

        boolean changes() {
            var it = Objects.requireNonNull(known);
            return !it.category().equals(draft.category())
                    || !it.title().equals(draft.title())
                    || !Objects.equals(it.shortcut(), draft.shortcut())
                    || !it.body().equals(draft.body());
        }
    }

    QuickReplySets(QuickReplies replies, QuickReplyTable table, CurrentActor current) {
        this.replies = replies;
        this.table = table;
        this.current = current;
    }

    /** By category and title. */
    @Transactional(readOnly = true)
    public List<QuickReply> of(QuickReply.Scope scope, @Nullable String department) {
        var owner = replies.owner(scope, department);
        var actor = current.get();
        if (scope == QuickReply.Scope.DEPARTMENT && !Objects.equals(owner, actor.department()) && !actor.leads(owner)) {
            throw Problem.forbidden("forbidden");
        }
        return table.of(scope, owner);
    }

    /** What {@link #take} would come to. */
    @Transactional(readOnly = true)
    public Taken preview(QuickReply.Scope scope, @Nullable String department, List<QuickReply.Draft> drafts) {
        return count(matches(scope, writable(scope, department), drafts));
    }

    /** Each replaces the one with its shortcut, else the one with its category and title, else it is new. */
    public Taken take(QuickReply.Scope scope, @Nullable String department, List<QuickReply.Draft> drafts) {
        var owner = writable(scope, department);
        var matches = matches(scope, owner, drafts);
        for (var match : matches) {
            var known = match.known();
            if (known != null && match.changes()) {
                replies.update(replies.version(known.id(), scope, owner, match.draft(), known.version() + 1));
            }
        }
        for (var match : matches) {
            if (match.known() == null) {
                replies.insert(replies.version(Ids.next(), scope, owner, match.draft(), 1));
            }
        }
        return count(matches);
    }

    private @Nullable String writable(QuickReply.Scope scope, @Nullable String department) {
        var owner = replies.owner(scope, department);
        QuickReplies.requireWriter(current.get(), scope, owner);
        return owner;
    }

    private List<Match> matches(QuickReply.Scope scope, @Nullable String owner, List<QuickReply.Draft> drafts) {
        var known = table.of(scope, owner);
        Map<String, QuickReply> byShortcut = by(known, QuickReply::shortcut);
        Map<String, QuickReply> byTitle = by(known, reply -> reply.category() + "\n" + reply.title());
        var wanted = drafts.stream()
                .map(QuickReply.Draft::shortcut)
                .filter(Objects::nonNull)
                .toList();
        // A shortcut says more than a title: whoever is meant by one is not free for another row's title.
        Set<UUID> meant = wanted.stream()
                .map(byShortcut::get)
                .filter(Objects::nonNull)
                .map(QuickReply::id)
                .collect(Collectors.toCollection(HashSet::new));
        Predicate<@Nullable QuickReply> free = reply -> reply != null && meant.add(reply.id());
        return drafts.stream()
                .map(draft -> {
                    var named = draft.shortcut() == null ? null : byShortcut.get(draft.shortcut());
                    var titled = byTitle.get(draft.category() + "\n" + draft.title());
                    return new Match(named != null ? named : free.test(titled) ? titled : null, draft);
                })
                .toList();
    }

    private static Map<String, QuickReply> by(List<QuickReply> known, Function<QuickReply, @Nullable String> key) {
        var found = new LinkedHashMap<String, QuickReply>();
        for (var reply : known) {
            var name = key.apply(reply);
            if (name != null) {
                found.putIfAbsent(name, reply);
            }
        }
        return found;
    }

    private static Taken count(List<Match> matches) {
        var known = matches.stream().filter(match -> match.known() != null).toList();
        int changed = (int) known.stream().filter(Match::changes).count();
        return new Taken(matches.size() - known.size(), changed, known.size() - changed);
    }
}
