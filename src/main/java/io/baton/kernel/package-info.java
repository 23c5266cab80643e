/** The words every module shares: ids, time windows, decisions, tenants, problems. Depends on nothing but Java. */
@NullMarked
package io.baton.kernel;

import org.jspecify.annotations.NullMarked;
