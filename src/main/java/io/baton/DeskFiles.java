package io.baton;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Finds the files of the desk; a path that names no file, such as {@code /desk/leave/1}, is a page inside it. */
class DeskFiles extends PathResourceResolver {

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        var file = super.getResource(path, location);
        if (file != null || StringUtils.getFilenameExtension(path) != null) {
            return file;
        }
        return super.getResource("index.html", location);
    }
}
