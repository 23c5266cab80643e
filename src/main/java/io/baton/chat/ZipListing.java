package io.baton.chat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The names in a ZIP file, read from its list of contents alone: nothing is unpacked, however much it would become. */
final class ZipListing {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;

    private ZipListing() {}

    /** The names; none when the list of contents is damaged. */
    static Set<String> of(byte[] content) {
        var zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        for (int end = content.length - END_SIZE; end >= 0; end--) {
            if (zip.getInt(end) == END) {
                return names(zip, zip.getInt(end + 16), Short.toUnsignedInt(zip.getShort(end + 10)));
            }
        }
        return Set.of();
    }

    private static Set<String> names(ByteBuffer zip, int start, int count) {
        var names = new HashSet<String>();
        int at = start;
        for (int i = 0; i < count; i++) {
            if (at < 0 || at > zip.capacity() - ENTRY_SIZE || zip.getInt(at) != ENTRY) {
                return Set.of();
            }
            int length = Short.toUnsignedInt(zip.getShort(at + 28));
            if (at + ENTRY_SIZE + length > zip.capacity()) {
                return Set.of();
            }
            names.add(new String(zip.array(), at + ENTRY_SIZE, length, StandardCharsets.UTF_8));
            at += ENTRY_SIZE
                    + length
                    + Short.toUnsignedInt(zip.getShort(at + 30))
                    + Short.toUnsignedInt(zip.getShort(at + 32));
        }
        return names;
    }
}
