// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What the welcome page calls new stands in the change log's first part. */
class NewsTest {

    @Test
    void newsAreThoseOfTheChangeLog() throws IOException {
        String log = Files.readString(Path.of("..", "..", "CHANGELOG.md"));
        String first = log.substring(log.indexOf("## "));
        int second = first.indexOf("\n## ", 1);
        String newest = plain(second < 0 ? first : first.substring(0, second));
        for (String text : List.of(Messages.Welcome_news_1, Messages.Welcome_news_2, Messages.Welcome_news_3, Messages.Welcome_news_4)) {
            assertTrue(newest.contains("- " + plain(text)), text);
        }
    }

    private static String plain(String text) {
        return text.replace("`", "").replaceAll("\\s+", " ");
    }
}
