package io.baton.identity;

import static java.util.stream.Collectors.toMap;

import io.baton.kernel.Role;
import io.baton.kernel.Tenant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.springframework.stereotype.Component;

/** Makes companies of Keycloak's flat groups: the group says tenant, department and role, the members are the people. */
@Component
class Companies {

    private final KeycloakGroups keycloak;

    Companies(KeycloakGroups keycloak) {
        this.keycloak = keycloak;
    }

    /** Every company at once; fails as a whole when Keycloak cannot be read. */
    Map<Tenant, Company> read() {
        var groups = keycloak.all().stream()
                .filter(group -> tenant(group).isPresent())
                .collect(Collectors.groupingBy(group -> tenant(group).orElseThrow()));
        return groups.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> company(entry.getValue())));
    }

    private Company company(List<GroupRepresentation> groups) {
        var departments = new TreeMap<String, Department>();
        var people = new TreeMap<String, Person>();
        for (var group : groups) {
            var department = attribute(group, "department");
            if (department != null && attribute(group, "labelZh") != null) {
                departments.put(department, department(department, group));
            }
            keycloak.members(group)
                    .forEach(member -> people.merge(
                            member.getUsername().toLowerCase(Locale.ROOT), person(member, group), Companies::merge));
        }
        return new Company(
                people.values().stream()
                        .sorted(Comparator.comparing(Person::id))
                        .toList(),
                List.copyOf(departments.values()));
    }

    private static Department department(String id, GroupRepresentation group) {
        var zh = attribute(group, "labelZh");
        var en = attribute(group, "labelEn");
        return new Department(id, zh == null ? id : zh, en == null ? id : en);
    }

    private static Person person(UserRepresentation member, GroupRepresentation group) {
        var roles = Optional.ofNullable(group.getRealmRoles()).orElse(List.of()).stream()
                .map(Role::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new Person(
                member.getUsername().toLowerCase(Locale.ROOT),
                name(member),
                attribute(group, "department"),
                roles,
                Boolean.TRUE.equals(member.isEnabled()));
    }

    private static Person merge(Person one, Person other) {
        var roles =
                Stream.of(one, other).map(Person::roles).flatMap(Set::stream).collect(Collectors.toSet());
        var department = one.department() == null ? other.department() : one.department();
        return new Person(one.id(), one.name(), department, roles, one.enabled());
    }

    private static String name(UserRepresentation member) {
        var full = Stream.of(member.getFirstName(), member.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return full.isEmpty() ? member.getUsername() : full;
    }

    private static Optional<Tenant> tenant(GroupRepresentation group) {
        return Optional.ofNullable(attribute(group, "tenant"))
                .filter(Tenant::isId)
                .map(Tenant::new);
    }

    private static @Nullable String attribute(GroupRepresentation group, String name) {
        var values = Optional.ofNullable(group.getAttributes())
                .orElse(new HashMap<>())
                .get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
