package dev.farminglabs.orm.driver.jdbc.address;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From the URL of a database to where it is. What comes out is put together from what was recognised, and never what is left
 * of the URL: users, passwords and options stay behind also in one that is badly written.
 */
final class JdbcUrl {

    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+])(?::\\d+)?");
    private static final Pattern DATABASE = Pattern.compile("/[^/@:]+");

    /** MySQL and MariaDB take hosts in this form too. */
    private static final Pattern KEYED = Pattern.compile("host=([^,()=]+)(?:[,()\\s]+port=(\\d+))?");

    /** One address for each host; only the kind of database where nothing more was recognised. */
    static List<String> addresses(String url) {
        String plain = beforeOptions(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        int colon = plain.indexOf(':');
        String kind = colon < 0 ? plain : plain.substring(0, colon);
        int authority = plain.indexOf("//");
        if (authority < 0) {
            return List.of(plain.indexOf('@') < 0 ? plain : kind);
        }
        String rest = plain.substring(authority + 2);
        int slash = rest.indexOf('/', Math.max(0, rest.lastIndexOf(')')));
        String database = slash < 0 ? "" : rest.substring(slash);
        String suffix = DATABASE.matcher(database).matches() ? database : "";
        List<String> found = hosts(slash < 0 ? rest : rest.substring(0, slash)).stream()
                .map(host -> kind + "://" + host + suffix)
                .toList();
        return found.isEmpty() ? List.of(kind) : found;
    }

    private static String beforeOptions(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == ';') {
                return url.substring(0, i);
            }
        }
        return url;
    }

    private static List<String> hosts(String authority) {
        List<String> hosts = new ArrayList<>();
        if (authority.indexOf('(') >= 0) {
            Matcher keyed = KEYED.matcher(authority);
            while (keyed.find()) {
                add(keyed.group(2) == null ? keyed.group(1) : keyed.group(1) + ":" + keyed.group(2), hosts);
            }
            return hosts;
        }
        int from = 0;
        for (int to = 0; to <= authority.length(); to++) {
            if (to == authority.length() || authority.charAt(to) == ',') {
                String host = authority.substring(from, to);
                add(host.substring(host.lastIndexOf('@') + 1), hosts);
                from = to + 1;
            }
        }
        return hosts;
    }

    private static void add(String host, List<String> hosts) {
        if (HOST.matcher(host).matches()) {
            hosts.add(host);
        }
    }

    private JdbcUrl() {}
}
