package io.baton.load;

import io.netty.channel.EventLoop;
import java.util.List;

/**
 * A conversation whose customer has two devices: what one sends must arrive at the other. Everything in it happens on one
 * event loop.
 */
final class Chat {

    private final int index;
    private Visitors.Guest guest;
    private final EventLoop loop;
    private final Book book;
    private final List<Device> devices;
    private final Clients clients;
    private int turn;
    private Runnable onComplete = () -> {};

    Chat(int index, Visitors.Guest guest, EventLoop loop, Clients clients) {
        this.index = index;
        this.guest = guest;
        this.loop = loop;
        this.clients = clients;
        this.book = new Book(index, clients.ledger());
        this.devices = List.of(new Device(this, 0, clients), new Device(this, 1, clients));
    }

    int index() {
        return index;
    }

    EventLoop loop() {
        return loop;
    }

    Visitors.Guest guest() {
        return guest;
    }

    /** From now on with another token. */
    void admit(String token) {
        guest = new Visitors.Guest(token, guest.conversation());
    }

    Book book() {
        return book;
    }

    List<Device> devices() {
        return devices;
    }

    /** Sends a message from the devices in turn; from any thread. */
    void send(int size, long intended) {
        if (loop.inEventLoop()) {
            sendNow(size, intended);
        } else {
            loop.execute(() -> sendNow(size, intended));
        }
    }

    private void sendNow(int size, long intended) {
        var entry = book.send(size, intended);
        devices.get(turn++ % devices.size()).send(entry);
    }

    /** Keeps one message under way: the next is sent when the one before was acknowledged and delivered. */
    void keepSending(int size) {
        loop.execute(() -> {
            onComplete = () -> sendNow(size, System.nanoTime());
            onComplete.run();
        });
    }

    void stopSending() {
        loop.execute(() -> onComplete = () -> {});
    }

    void acknowledged(Book.Entry entry, long seq) {
        if (book.acknowledged(entry, seq)) {
            clients.meter().acknowledged(entry.intended, System.nanoTime());
            complete(entry);
        }
    }

    void delivered(Book.Entry entry, long seq, boolean sameBody) {
        if (book.delivered(entry, seq, sameBody)) {
            clients.meter().delivered(entry.intended, System.nanoTime());
            complete(entry);
        }
    }

    private void complete(Book.Entry entry) {
        if (entry.complete()) {
            clients.meter().completed();
            onComplete.run();
        }
    }

    /** True when every message was acknowledged and every device has all of them. */
    boolean quiet() {
        return devices.stream().allMatch(device -> device.settled(head()));
    }

    /** The highest seq that any client has seen. */
    long head() {
        return devices.stream().mapToLong(Device::highest).max().orElse(0);
    }
}
