package org.mingbai.intake.open311;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A kind of request that programs may raise (GeoReport v2, service).
/// @param code one word that programs name it by; it never changes
/// @param register on which its matters are raised
/// @param category the class of problem they bear there
/// @param keywords words to find it by, separated by commas
/// @param group what it is listed under
/// @param attributes what is asked beside words and place
/// @param offered whether it is listed and taken now
public record Service(String code, String register, String category, Text name, Text description, String keywords, String group, Delivery delivery,
        List<Attribute> attributes, boolean offered) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    public Service {
        attributes = List.copyOf(attributes);
    }

    /// In both languages of the product.
    public record Text(String zh, String en) {

        public String in(Locale locale) {
            return locale.getLanguage().equals("en") ? en : zh;
        }
    }

    /// What a program is given for a request it made (GeoReport v2, type).
    public enum Delivery {
        /// Its number at once.
        REALTIME,
        /// A token, for which the number can be asked.
        BATCH,
        /// Nothing to ask by.
        BLACKBOX
    }

    /// Of what kind the answer is (GeoReport v2, datatype).
    public enum Datatype { STRING, NUMBER, DATETIME, TEXT, SINGLEVALUELIST, MULTIVALUELIST }

    /// One thing more that is asked (GeoReport v2, attribute).
    /// @param values to choose from; empty where the answer is free
    public record Attribute(String code, Text name, Datatype datatype, boolean required, List<Choice> values) {

        public Attribute {
            values = List.copyOf(values);
        }

        public boolean listed() {
            return datatype == Datatype.SINGLEVALUELIST || datatype == Datatype.MULTIVALUELIST;
        }

        Optional<Choice> choice(String key) {
            return values.stream().filter(value -> value.key().equals(key)).findFirst();
        }
    }

    public record Choice(String key, Text name) {}

    /// Whether programs can name a service so in an address.
    public static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }
}
