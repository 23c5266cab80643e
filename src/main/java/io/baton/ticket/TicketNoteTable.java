package io.baton.ticket;

import static io.baton.ticket.TicketTable.utc;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of notes; the database lets nobody change them. */
@Repository
class TicketNoteTable {

    private final JdbcClient jdbc;

    TicketNoteTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TicketNote note) {
        jdbc.sql("insert into ticket_note (id, ticket_id, author, author_name, at, text) values (?, ?, ?, ?, ?, ?)")
                .params(note.id(), note.ticketId(), note.author(), note.authorName(), utc(note.at()), note.text())
                .update();
    }

    int count(UUID ticket) {
        return jdbc.sql("select count(*) from ticket_note where ticket_id = ?")
                .param(ticket)
                .query(Integer.class)
                .single();
    }

    /** Oldest first. */
    List<TicketNote> of(UUID ticket) {
        return jdbc.sql("select * from ticket_note where ticket_id = ? order by at, id")
                .param(ticket)
                .query((row, number) -> new TicketNote(
                        row.getObject("id", UUID.class),
                        row.getObject("ticket_id", UUID.class),
                        row.getString("author"),
                        row.getString("author_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("text")))
                .list();
    }
}
