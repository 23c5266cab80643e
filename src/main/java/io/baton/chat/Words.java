package io.baton.chat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * A text as a sequence of words: by Unicode's word bounds, in lower case, full-width forms as plain ones, English plurals
 * as singulars. Chinese is not cut into words, which needs a dictionary and then errs; each character is one, and each pair
 * of neighbours is found as a pair.
 */
final class Words {

    private static final Set<String> SINGLE = Set.of("<IDEOGRAPHIC>", "<HIRAGANA>");

    /** What joins words to one for Unicode and not for people: names of files, addresses of pages. */
    private static final Pattern GLUE = Pattern.compile("[._:．＿：]");

    private Words() {}

    /**
     * One word and where it stands in the text, in UTF-16 units.
     *
     * @param single a character of a script without spaces
     */
    record Word(String text, int start, int end, boolean single) {

        boolean touches(Word next) {
            return end == next.start;
        }

        boolean pairs(Word next) {
            return single && next.single && touches(next);
        }
    }

    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        try (var stream = stream(text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            var offset = stream.getAttribute(OffsetAttribute.class);
            var type = stream.getAttribute(TypeAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(new Word(
                        term.toString(), offset.startOffset(), offset.endOffset(), SINGLE.contains(type.type())));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    /** What a text is found by: its words, and its pairs of neighbours. */
    static Set<String> tokens(String text) {
        var words = of(text);
        var tokens = new LinkedHashSet<String>();
        words.forEach(word -> tokens.add(word.text()));
        pairs(words).forEach(tokens::add);
        return tokens;
    }

    /** What a text must be found by to hold these words: pairs wherever there are some, since they are rarer. */
    static Set<String> wanted(List<Word> words) {
        var wanted = new LinkedHashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            var paired = (i > 0 && words.get(i - 1).pairs(words.get(i)))
                    || (i + 1 < words.size() && words.get(i).pairs(words.get(i + 1)));
            if (!paired) {
                wanted.add(words.get(i).text());
            }
        }
        pairs(words).forEach(wanted::add);
        return wanted;
    }

    private static Collection<String> pairs(List<Word> words) {
        return Stream.iterate(1, i -> i < words.size(), i -> i + 1)
                .filter(i -> words.get(i - 1).pairs(words.get(i)))
                .map(i -> words.get(i - 1).text() + words.get(i).text())
                .toList();
    }

    private static TokenStream stream(String text) {
        var words = new StandardTokenizer();
        words.setReader(new StringReader(GLUE.matcher(text).replaceAll(" ")));
        return new EnglishMinimalStemFilter(new LowerCaseFilter(new CJKWidthFilter(words)));
    }
}
