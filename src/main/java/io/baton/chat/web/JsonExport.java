package io.baton.chat.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.baton.chat.ExportRow;
import java.io.IOException;
import java.io.OutputStream;

/** Conversations as one JSON array; who finds no closing bracket has not got all of them. */
final class JsonExport implements ExportFormat.Writer {

    private final SequenceWriter rows;

    JsonExport(OutputStream output, ObjectMapper json) throws IOException {
        this.rows = json.writerFor(ExportRow.class)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .writeValuesAsArray(output);
    }

    @Override
    public void write(ExportRow row) throws IOException {
        rows.write(row);
    }

    /** Called for complete documents only. */
    @Override
    public void close() throws IOException {
        rows.close();
    }
}
