package io.baton.handoff.web;

import io.baton.handoff.CustomerRecords;
import io.baton.handoff.Names;
import io.baton.kernel.Ids;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is known of a customer. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerController {

    private final CustomerRecords records;
    private final Names names;

    CustomerController(CustomerRecords records, Names names) {
        this.records = records;
        this.names = names;
    }

    /** With at most so many conversations, requests and tickets, the newest first. */
    @GetMapping("/{id}")
    CustomerShown get(@PathVariable String id, @RequestParam(defaultValue = "10") @Min(1) @Max(100) int limit) {
        return CustomerShown.of(records.of(Ids.parse(id, "customer_unknown"), limit), names);
    }
}
