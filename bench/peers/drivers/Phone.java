// Google's Java library. Protocol: see compare.py.
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

public final class Phone {
    public static void main(String[] arguments) throws Exception {
        List<String[]> rows = Files.readAllLines(Path.of(arguments[0])).stream().map(line -> line.split("\t", 2)).toList();
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        System.out.println("ready " + rows.size());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
        for (String command; (command = commands.readLine()) != null && !command.equals("quit");) {
            PrintWriter answers = command.startsWith("answers ") ? new PrintWriter(command.substring(8), StandardCharsets.UTF_8) : null;
            long sum = 0;
            long start = System.nanoTime();
            for (String[] row : rows) {
                String e164 = "";
                boolean valid = false;
                try {
                    var number = library.parse(row[1], row[0]);
                    e164 = library.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
                    valid = library.isValidNumber(number);
                    sum += e164.length() + (valid ? 1 : 0) + library.getNumberType(number).ordinal();
                } catch (NumberParseException notANumber) {
                    sum++;
                }
                if (answers != null) answers.print(e164 + "\t" + (valid ? 1 : 0) + "\n");
            }
            double taken = (System.nanoTime() - start) / 1e9;
            if (answers != null) answers.close();
            System.out.println(taken + "\t" + sum);
        }
    }
}
