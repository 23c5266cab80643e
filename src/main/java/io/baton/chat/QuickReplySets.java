package io.baton.chat;

import io.baton.kernel.CurrentActor;
import io.baton.kernel.Ids;
import io.baton.kernel.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        var byShortcut = new HashMap<String, QuickReply>();
        for (var reply : known) {
            var shortcut = reply.shortcut();
            if (shortcut != null) {
                byShortcut.put(shortcut, reply);
            }
        }
        // A shortcut says more than a title: whoever is meant by one is not free for another row's title.
        var free = new ArrayList<>(known);
        drafts.forEach(draft -> free.remove(named(byShortcut, draft)));
        return drafts.stream()
                .map(draft -> {
                    var named = named(byShortcut, draft);
                    return new Match(named == null ? titled(free, draft) : named, draft);
                })
                .toList();
    }

    private static @Nullable QuickReply named(Map<String, QuickReply> byShortcut, QuickReply.Draft draft) {
        var shortcut = draft.shortcut();
        return shortcut == null ? null : byShortcut.get(shortcut);
    }

    /** Takes one with this title from those that are free, sooner one without a shortcut. */
    private static @Nullable QuickReply titled(List<QuickReply> free, QuickReply.Draft draft) {
        var found = free.stream()
                .filter(reply ->
                        reply.title().equals(draft.title()) && reply.category().equals(draft.category()))
                .min(Comparator.comparing(reply -> reply.shortcut() != null))
                .orElse(null);
        free.remove(found);
        return found;
    }

    private static Taken count(List<Match> matches) {
        var known = matches.stream().filter(match -> match.known() != null).toList();
        int changed = (int) known.stream().filter(Match::changes).count();
        return new Taken(matches.size() - known.size(), changed, known.size() - changed);
    }
}
