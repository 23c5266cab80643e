package io.baton.chat;

/** Names of files as they may be shown and stored: no paths, nothing that a screen, a header or a disk stumbles over. */
final class FileNames {

    private static final int LONGEST = 150;
    private static final int LONGEST_ENDING = 12;

    private FileNames() {}

    /** Control and invisible characters go too: they can make {@code exe.png} out of {@code gnp.exe}. */
    static String clean(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\"<>|:*?]", "")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        return plain.isEmpty() ? "file" : shorten(plain);
    }

    private static String shorten(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        var end = name.offsetByCodePoints(0, name.codePointCount(0, LONGEST - ending.length()));
        return name.substring(0, Character.isLowSurrogate(name.charAt(end)) ? end - 1 : end) + ending;
    }
}
