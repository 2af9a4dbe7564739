package org.quorate.report;
import java.util.*;
import org.quorate.report.document.ReportDocument;
public class TestBridge { public static Map<String, ReportDocument> all() throws Exception { Map<String, ReportDocument> m = new LinkedHashMap<>(); for (var e : Cases.all().entrySet()) m.put(e.getKey(), Reports.document(e.getValue())); return m; } }
