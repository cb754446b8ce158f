package org.mingbai;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/// Who looks, at what and how: `Reader.atDesk().english().inDark()`.
///
/// @param width in CSS pixels before zooming
/// @param zoom  2 is the 200 % that every page must bear
public record Reader(int width, int height, String locale, double zoom, boolean dark, boolean script, boolean touch) {

    public static Reader atDesk() {
        return wide(1280);
    }

    public static Reader wide(int width) {
        return new Reader(width, 900, "zh-CN", 1, false, true, false);
    }

    public static Reader onPhone() {
        return new Reader(375, 760, "zh-CN", 1, false, true, true);
    }

    public Reader english() {
        return new Reader(width, height, "en-GB", zoom, dark, script, touch);
    }

    public Reader inDark() {
        return new Reader(width, height, locale, zoom, true, script, touch);
    }

    public Reader zoomed() {
        return new Reader(width, height, locale, 2, dark, script, touch);
    }

    public Reader withoutScript() {
        return new Reader(width, height, locale, zoom, dark, false, touch);
    }

    Browser.NewContextOptions options(String baseUrl) {
        return new Browser.NewContextOptions().setBaseURL(baseUrl)
                .setViewportSize((int) (width / zoom), (int) (height / zoom)).setDeviceScaleFactor(zoom)
                .setLocale(locale).setTimezoneId("Asia/Shanghai").setJavaScriptEnabled(script).setHasTouch(touch)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT).setReducedMotion(ReducedMotion.REDUCE);
    }
}
