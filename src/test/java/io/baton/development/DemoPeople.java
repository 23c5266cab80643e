package io.baton.development;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Everybody who can log in to the demonstration; all have the same password. */
public final class DemoPeople {

    private DemoPeople() {}

    static DemoPerson get(String id) {
        return all().stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public static List<DemoPerson> all() {
        try (var file = new ClassPathResource("demo/people.json").getInputStream()) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
