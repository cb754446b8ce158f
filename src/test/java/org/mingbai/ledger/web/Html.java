package org.mingbai.ledger.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/// What a reader finds on a page, found without a browser.
final class Html {

    private static final Pattern MATTER = Pattern.compile("href=\"/matters/(\\d+)\"");
    private static final Pattern COUNTED = Pattern.compile("<a\\s+href=\"([^\"]+)\"[^>]*>([^<]+)<span\\s+class=\"tab-count\">([\\d,]+)</span>");
    private static final Pattern FIGURE = Pattern.compile("class=\"figure[^\"]*\"\\s+href=\"([^\"]+)\"[^>]*>([\\d,]+)</a>");

    private Html() {}

    /// The matters a page leads to, in its order.
    static List<Long> matters(String page) {
        var found = new ArrayList<Long>();
        var links = MATTER.matcher(page);
        while (links.find()) {
            found.add(Long.parseLong(links.group(1)));
        }
        return found;
    }

    /// Every number that is a link, by where it leads.
    static Map<String, Integer> numbers(String page) {
        var found = new LinkedHashMap<String, Integer>();
        var tabs = COUNTED.matcher(page);
        while (tabs.find()) {
            found.put(HtmlUtils.htmlUnescape(tabs.group(1)), Integer.parseInt(tabs.group(3).replace(",", "")));
        }
        var figures = FIGURE.matcher(page);
        while (figures.find()) {
            found.put(HtmlUtils.htmlUnescape(figures.group(1)), Integer.parseInt(figures.group(2).replace(",", "")));
        }
        return found;
    }

    /// Where the link with this relation leads, empty when there is none.
    static String rel(String page, String relation) {
        var link = Pattern.compile("<a rel=\"" + relation + "\"\\s+href=\"([^\"]+)\"").matcher(page);
        return link.find() ? HtmlUtils.htmlUnescape(link.group(1)) : "";
    }
}
