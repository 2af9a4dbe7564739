// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.platform;

/**
 * Where a system has PHP-FPM. Immutable, thread-safe.
 *
 * @param packageName package
 * @param unit        systemd's unit
 * @param program     its program, which checks configurations with {@code -t}
 * @param poolFile    a file that adds to the pool www; sorts after www.conf
 * @param user        whom the pool www runs as, unless the site changed it
 * @param uid         his number
 * @param withApache  Apache's unit starts PHP's (Red Hat: httpd.service.d/php-fpm.conf)
 */
public record Php(String packageName, String unit, String program, String poolFile, String user, int uid,
        boolean withApache) {

    private static final String FILE = "/zz-quorate.conf";

    /** Debian and Ubuntu: several versions side by side. */
    public static Php debian(String version) {
        return new Php("php" + version + "-fpm", "php" + version + "-fpm.service", "php-fpm" + version,
                "/etc/php/" + version + "/fpm/pool.d" + FILE, "www-data", 33, false);
    }

    /** Red Hat and Oracle: one version, chosen by a module; Apache's user runs the pool. */
    public static Php redHat() {
        return new Php("php-fpm", "php-fpm.service", "php-fpm", "/etc/php-fpm.d" + FILE, "apache", 48, true);
    }

    /** SLES 15 from SP4 on, module Web and Scripting. */
    public static Php suse() {
        return new Php("php8-fpm", "php-fpm.service", "php-fpm", "/etc/php8/fpm/php-fpm.d" + FILE, "wwwrun", 30, false);
    }
}
