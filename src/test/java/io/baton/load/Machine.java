package io.baton.load;

import io.baton.development.OwnServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Describes the machine and how durably the database writes, as the system and the server themselves say. */
final class Machine {

    private Machine() {}

    static Map<String, String> alone() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("processor", found(Path.of("/proc/cpuinfo"), "model name"));
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", found(Path.of("/proc/meminfo"), "MemTotal"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        return facts;
    }

    static Map<String, String> withDatabase(OwnServices services) {
        var facts = alone();
        facts.put("postgresql", services.ask("show server_version"));
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "shared_buffers"}) {
            facts.put(setting, services.ask("show " + setting));
        }
        return facts;
    }

    private static String found(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException noProc) {
            return "unknown";
        }
    }
}
