package io.baton.chat;

import java.util.List;
import org.springframework.stereotype.Component;

/** Says before anything is sent which files conversations take; {@link FileInspection} has the last word. */
@Component
public class AcceptedFiles {

    private final FileLimits limits;

    AcceptedFiles(FileLimits limits) {
        this.limits = limits;
    }

    /** The most bytes of one file. */
    public long size() {
        return limits.size().toBytes();
    }

    /** How the names of such files end, in lower case, without the dot. */
    public List<String> endings() {
        return limits.types().stream()
                .flatMap(kind -> kind.endings().stream())
                .sorted()
                .toList();
    }
}
