package io.baton.chat;

import io.baton.chat.Words.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody looks for: phrases with spaces between them. A text has them when it holds each, word after word; what
 * is written without a gap must stand there without a gap.
 */
record Phrases(List<List<Word>> phrases) {

    static Phrases of(String text) {
        return new Phrases(Arrays.stream(text.strip().split("(?U)\\s+"))
                .map(Words::of)
                .filter(words -> !words.isEmpty())
                .toList());
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    /** Every text that has the phrases is found by all of these; a text may be and still not have them. */
    Set<String> tokens() {
        var tokens = new LinkedHashSet<String>();
        phrases.forEach(phrase -> tokens.addAll(Words.wanted(phrase)));
        return tokens;
    }

    /** Where the phrases stand in the text, in order; empty when one of them is missing. */
    Optional<List<Snippet.Mark>> in(String text) {
        var words = Words.of(text);
        var marks = new ArrayList<Snippet.Mark>();
        for (var phrase : phrases) {
            var found = find(phrase, words);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            marks.addAll(found);
        }
        marks.sort(Comparator.comparingInt(Snippet.Mark::start).thenComparingInt(Snippet.Mark::end));
        return Optional.of(marks);
    }

    private static List<Snippet.Mark> find(List<Word> phrase, List<Word> words) {
        var found = new ArrayList<Snippet.Mark>();
        for (int at = 0; at + phrase.size() <= words.size(); at++) {
            if (stands(phrase, words, at)) {
                found.add(new Snippet.Mark(
                        words.get(at).start(), words.get(at + phrase.size() - 1).end()));
            }
        }
        return found;
    }

    private static boolean stands(List<Word> phrase, List<Word> words, int at) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!phrase.get(i).text().equals(words.get(at + i).text())) {
                return false;
            }
            var gapless = i > 0 && phrase.get(i - 1).touches(phrase.get(i));
            if (gapless && !words.get(at + i - 1).touches(words.get(at + i))) {
                return false;
            }
        }
        return true;
    }
}
