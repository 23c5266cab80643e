package io.baton.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {

    @Test
    void findsATextByItsWordsAndItsPairs() {
        assertThat(Words.tokens("我要退票，Refunds ok"))
                .containsExactlyInAnyOrder("我", "要", "退", "票", "refund", "ok", "我要", "要退", "退票");
    }

    @Test
    void pairsNothingAcrossAGap() {
        assertThat(Words.tokens("退。票")).containsExactlyInAnyOrder("退", "票");
        assertThat(Words.tokens("退A票")).doesNotContain("退票");
    }

    @Test
    void wantsPairsWhereThereAreSomeAndElseTheWordItself() {
        assertThat(Words.wanted(Words.of("退"))).containsExactly("退");
        assertThat(Words.wanted(Words.of("退票费"))).containsExactlyInAnyOrder("退票", "票费");
        assertThat(Words.wanted(Words.of("订单A123"))).containsExactlyInAnyOrder("订单", "a123");
    }

    @ParameterizedTest
    @CsvSource({
        "退票,我想退票",
        "退,我想退票",
        "北京,去北京的车票",
        "refund,I want a REFUND!",
        "refunds,one refund please",
        "ticket,two tickets",
        "12306,电话１２３０６",
        "１２３０６,电话12306",
        "ａｂｃ,ABC",
        "订单A123,我的订单Ａ１２３呢",
        "A123,我的订单a123呢",
        "T-20261122-000123,工单T-20261122-000123已处理",
        "20261122,工单T-20261122-000123已处理",
        "t 20261122 000123,工单T-20261122-000123已处理",
        "'退票 北京',北京的票我要退票",
        "'  退票　北京 ',北京的票我要退票",
        "don't,I don't know",
        "１．５,约1.5元",
        "invoice,my_invoice.pdf",
        "tickets.example,https://tickets.example/orders",
        "😀,好的😀",
        "ひらがな,これはひらがなです",
        "カタカナ,これはカタカナです",
        "서울,서울 가는 기차",
        "𠮷野家,在𠮷野家吃饭"
    })
    void findsWhatIsThere(String wanted, String text) {
        var phrases = Phrases.of(wanted);
        assertThat(Words.tokens(text)).containsAll(phrases.tokens());
        assertThat(phrases.in(text)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "退票费,退票和票费",
        "退票,退。票",
        "退票,票退",
        "退票 上海,退票去北京",
        "refund,refundable",
        "A123,A1234",
        "T-20261122-000124,T-20261122-000123",
        "北京,北 京"
    })
    void findsNothingElse(String wanted, String text) {
        assertThat(Phrases.of(wanted).in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "。，！", "---", "\u200B", "\uD800"})
    void hasNoWordsInWhatHasNone(String text) {
        assertThat(Phrases.of(text).isEmpty()).isTrue();
        assertThat(Words.tokens(text)).isEmpty();
    }

    @Test
    void marksEachPlaceInUnitsOfTheTextAsItWasWritten() {
        var text = "😀退票：ＲＥＦＵＮＤ，再退票";
        var marks = Phrases.of("退票 refund").in(text).orElseThrow();
        assertThat(marks.stream().map(mark -> text.substring(mark.start(), mark.end())))
                .containsExactly("退票", "ＲＥＦＵＮＤ", "退票");
    }

    @Test
    void cutsAPieceAroundTheFirstMark() {
        var text = "前".repeat(300) + "退票" + "后".repeat(300);
        var snippet = Snippet.around(text, Phrases.of("退票").in(text).orElseThrow());
        assertThat(snippet.text()).hasSize(160);
        assertThat(snippet.cutBefore()).isTrue();
        assertThat(snippet.cutAfter()).isTrue();
        var mark = snippet.marks().getFirst();
        assertThat(snippet.text().substring(mark.start(), mark.end())).isEqualTo("退票");
    }

    @Test
    void cutsNoCharacterInTwo() {
        for (int before = 0; before < 4; before++) {
            var text = "a".repeat(before) + "😀".repeat(200) + "退票" + "😀".repeat(200);
            var snippet = Snippet.around(
                    text, Objects.requireNonNull(Phrases.of("退票").in(text).orElse(List.of())));
            assertThat(snippet.text().codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF))
                    .isTrue();
        }
    }

    @Test
    void showsAShortMessageWhole() {
        var snippet = Snippet.around("我要退票", Phrases.of("退票").in("我要退票").orElseThrow());
        assertThat(snippet).isEqualTo(new Snippet("我要退票", false, false, List.of(new Snippet.Mark(2, 4))));
    }

    @Test
    void takesTheLongestMessageThereMayBe() {
        assertThat(Words.tokens("退票".repeat(4_000))).containsExactlyInAnyOrder("退", "票", "退票", "票退");
        assertThat(Words.tokens("x".repeat(8_000)))
                .allSatisfy(token -> assertThat(token).hasSizeLessThan(256));
    }
}
