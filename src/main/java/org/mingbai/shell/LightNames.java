package org.mingbai.shell;

import java.util.Map;
import org.mingbai.shell.page.LightName;
import org.mingbai.shell.page.LightSign;

/// What bodies call their lights; contributed by a module as a bean.
public interface LightNames {

    /// Those a body calls otherwise than the product does. Asked for with every page, so it must cost next to nothing.
    Map<LightSign, LightName> of(int tenant);
}
