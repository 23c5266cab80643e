package io.baton.identity.web;

import io.baton.identity.Department;
import io.baton.identity.Directory;
import io.baton.kernel.Page;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the departments of the tenant in the caller's language. */
@RestController
@RequestMapping("/api/v1/departments")
class DepartmentsController {

    private final Directory directory;

    DepartmentsController(Directory directory) {
        this.directory = directory;
    }

    record Item(String id, String name) {

        static Item of(Department department, Locale locale) {
            return new Item(department.id(), department.name(locale));
        }
    }

    @GetMapping
    Page<Item> list(Locale locale) {
        return Page.last(directory.departments().stream()
                .map(department -> Item.of(department, locale))
                .toList());
    }
}
