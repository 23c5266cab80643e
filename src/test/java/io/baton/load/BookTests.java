package io.baton.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.load.Ledger.Breach;
import org.junit.jupiter.api.Test;

class BookTests {

    private final Ledger ledger = new Ledger();
    private final Book book = new Book(3, ledger);
    private final Book.Entry first = book.send(200, 0);
    private final Book.Entry second = book.send(200, 0);

    @Test
    void isCleanWhenAllIsStoredAsAcknowledgedAndDelivered() {
        acknowledgeAndStoreBoth();
        book.delivered(first, 1, true);
        book.settle();

        assertThat(ledger.clean()).isTrue();
        assertThat(ledger.sentCount()).isEqualTo(2);
        assertThat(ledger.acknowledgedCount()).isEqualTo(2);
    }

    @Test
    void findsAMessageThatWasAcknowledgedAndIsNotStored() {
        book.acknowledged(first, 1);
        book.acknowledged(second, 2);
        book.stored(first.number, 1, true);
        book.settle();

        assertThat(ledger.count(Breach.LOST)).isEqualTo(1);
        assertThat(ledger.examples()).containsExactly("LOST chat 3, message 1 was acknowledged as 2");
    }

    @Test
    void findsAMessageThatIsStoredTwice() {
        acknowledgeAndStoreBoth();
        book.stored(first.number, 3, true);
        book.settle();

        assertThat(ledger.count(Breach.DOUBLED)).isEqualTo(1);
    }

    @Test
    void findsAnAcknowledgementThatChangesItsMind() {
        acknowledgeAndStoreBoth();
        assertThat(book.acknowledged(first, 1)).isFalse();
        assertThat(ledger.clean()).isTrue();

        book.acknowledged(first, 7);

        assertThat(ledger.count(Breach.DOUBLED)).isEqualTo(1);
    }

    @Test
    void findsAMessageThatIsStoredElsewhereThanAcknowledged() {
        book.acknowledged(first, 2);
        book.acknowledged(second, 1);
        book.stored(first.number, 1, true);
        book.stored(second.number, 2, true);
        book.settle();

        assertThat(ledger.count(Breach.REORDERED)).isEqualTo(2);
    }

    @Test
    void findsAMessageThatWasDeliveredAndNeverStored() {
        acknowledgeAndStoreBoth();
        var third = book.send(200, 0);
        book.delivered(third, 3, true);
        book.settle();

        assertThat(ledger.count(Breach.NEVER_STORED)).isEqualTo(1);
        assertThat(ledger.count(Breach.UNANSWERED)).isEqualTo(1);
    }

    @Test
    void findsAGapInWhatIsStored() {
        book.acknowledged(first, 1);
        book.acknowledged(second, 3);
        book.stored(first.number, 1, true);
        book.stored(second.number, 3, true);
        book.settle();

        assertThat(ledger.count(Breach.GAP)).isEqualTo(1);
    }

    @Test
    void findsAnotherBodyThanWasSent() {
        acknowledgeAndStoreBoth();
        book.delivered(first, 1, false);

        assertThat(ledger.count(Breach.ALTERED)).isEqualTo(1);
    }

    @Test
    void ignoresWhatOthersWroteIntoTheConversation() {
        acknowledgeAndStoreBoth();
        book.stored(-1, 3, false);
        book.settle();

        assertThat(ledger.clean()).isTrue();
        assertThat(book.find(-1)).isNull();
        assertThat(book.find(Numbers.of(4, 0))).isNull();
    }

    private void acknowledgeAndStoreBoth() {
        book.acknowledged(first, 1);
        book.acknowledged(second, 2);
        book.stored(first.number, 1, true);
        book.stored(second.number, 2, true);
    }
}
