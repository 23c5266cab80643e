package io.baton.chat;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the profile of a customer to those who may see the customer. */
@Component
@Transactional(readOnly = true)
public class CustomerProfiles {

    private final CustomerAccess access;
    private final VisitorReportTable reports;
    private final TagTable tags;

    CustomerProfiles(CustomerAccess access, VisitorReportTable reports, TagTable tags) {
        this.access = access;
        this.reports = reports;
        this.tags = tags;
    }

    public CustomerProfile of(UUID id) {
        var customer = access.require(id);
        return new CustomerProfile(
                customer.attributes(), tags.of(TagTable.Subject.CUSTOMER, id), reports.pages(id), reports.events(id));
    }
}
