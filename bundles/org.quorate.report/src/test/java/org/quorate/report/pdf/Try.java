package org.quorate.report.pdf;
import java.nio.file.*;
import java.time.LocalDate;
import org.quorate.report.draw.ChartPainter;
public class Try {
    public static void main(String[] args) throws Exception {
        var p = new PdfReport(new ChartPainter());
        for (var e : org.quorate.report.TestBridge.all().entrySet()) {
            if (args.length > 0 && !e.getKey().equals(args[0])) continue;
            long a = System.nanoTime();
            byte[] b = p.render(e.getValue(), LocalDate.of(2026, 11, 28));
            System.out.println(e.getKey() + " " + b.length + " " + (System.nanoTime() - a) / 1000000 + " ms");
            Files.write(Path.of("/tmp/r8-" + e.getKey() + ".pdf"), b);
            a = System.nanoTime(); b = new org.quorate.report.docx.DocxReport(new ChartPainter()).render(e.getValue(), LocalDate.of(2026, 11, 28)); System.out.println("docx " + b.length + " " + (System.nanoTime() - a) / 1000000 + " ms"); Files.write(Path.of("/tmp/r8-" + e.getKey() + ".docx"), b);
            Files.writeString(Path.of("/tmp/r8-" + e.getKey() + ".html"), new org.quorate.report.html.PrintedPage(new ChartPainter()).render(e.getValue()));
        }
    }
}
