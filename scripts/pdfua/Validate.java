// Validates PDFs by veraPDF's profile of PDF/UA-1, all in one Java: each line of standard input names a file; of each a
// line says OK, or FAIL with how often a rule fails, the clause, the first element that fails it, and what it demands.

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
    private static final PDFAFlavour UA1 = PDFAFlavour.byFlavourId("ua1");

    public static void main(String[] none) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name = names.readLine(); name != null; name = names.readLine()) tell(name);
    }

    private static void tell(String name) {
        try {
            ValidationResult result = validate(name);
            if (result.isCompliant()) say("OK", name, String.valueOf(result.getTotalAssertions()));
            else for (Failure failure : failuresOf(result)) say("FAIL", name, failure.inWords());
        } catch (Exception error) {
            say("FAIL", name, "The file could not be read: " + error);
        }
    }

    private static ValidationResult validate(String name) throws Exception {
        try (InputStream file = new FileInputStream(name);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, UA1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(UA1, false)) {
            return validator.validate(parser);
        }
    }

    /** One failure of a rule stands for all of its kind. */
    private static Iterable<Failure> failuresOf(ValidationResult result) {
        Map<String, Failure> byRule = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
            String clause = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
            byRule.computeIfAbsent(clause, key -> new Failure(clause, assertion)).count += 1;
        }
        return byRule.values();
    }

    private static void say(String... parts) {
        for (int index = 0; index < parts.length; index += 1) parts[index] = parts[index].replaceAll("[\\t\\r\\n]+", " ");
        System.out.println(String.join("\t", List.of(parts)));
    }

    private static final class Failure {
        private final String clause;
        private final TestAssertion first;
        private int count;

        private Failure(String clause, TestAssertion first) {
            this.clause = clause;
            this.first = first;
        }

        private String inWords() {
            String place = first.getLocation() == null ? "" : " at " + first.getLocation().getContext();
            return count + " times, clause " + clause + place + ": " + first.getMessage();
        }
    }
}
