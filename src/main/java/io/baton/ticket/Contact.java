package io.baton.ticket;

import io.baton.kernel.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a customer can be reached. Refuses with 422 what is no e-mail address and no telephone number, and a contact with
 * neither. Never tells any of it when it is printed.
 */
public record Contact(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {

    private static final int NAME = 100;
    private static final int EMAIL = 254;
    private static final int PHONE = 30;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>\",;:]{1,64}@[^\\s@<>\",;:.]+(\\.[^\\s@<>\",;:.]+)+");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()./-]{3,28}[0-9]");

    public Contact {
        name = Bounds.optional("name", name, NAME);
        email = Bounds.optional("email", email, EMAIL);
        phone = Bounds.optional("phone", phone, PHONE);
        if (email != null && !ADDRESS.matcher(email).matches()) {
            throw Problem.invalid("email", "must be an e-mail address");
        }
        if (phone != null && !NUMBER.matcher(phone).matches()) {
            throw Problem.invalid("phone", "must be a telephone number");
        }
        if (email == null && phone == null) {
            throw Problem.invalid("email", "either an e-mail address or a telephone number");
        }
    }

    @Override
    public String toString() {
        return "Contact[***]";
    }
}
