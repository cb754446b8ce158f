package org.mingbai.directory;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/// Why the directory did not do what it was asked, in a form the asker can act on. One message key each:
/// `directory.refused.` and the record's name; `field` is the form field it belongs to, empty for the whole form.
public sealed interface Refusal {

    default String field() {
        return "";
    }

    default String key() {
        return "directory.refused." + getClass().getSimpleName();
    }

    default List<Object> args() {
        return List.of();
    }

    record Missing(String field) implements Refusal {}

    record TooLong(String field, int lengthMax, int length) implements Refusal {
        public List<Object> args() {
            return List.of(lengthMax, length);
        }
    }

    /// A character that can deceive the eye or break a file: control, direction mark, markup, symbol, formula start.
    record StrangeCharacter(String field, String character, int place) implements Refusal {
        public List<Object> args() {
            return List.of(character, place);
        }
    }

    record NotUnderstood(String field, String text) implements Refusal {
        public List<Object> args() {
            return List.of(text);
        }
    }

    record BadCreditCode(CreditCode.Flaw flaw) implements Refusal {
        public String field() {
            return "creditCode";
        }

        public String key() {
            return "directory.refused.BadCreditCode." + flaw;
        }
    }

    record CreditCodeTaken(String holder) implements Refusal {
        public String field() {
            return "creditCode";
        }

        public List<Object> args() {
            return List.of(holder);
        }
    }

    record NameTaken(String name) implements Refusal {
        public String field() {
            return "name";
        }

        public List<Object> args() {
            return List.of(name);
        }
    }

    record NoSuchUnit(String field) implements Refusal {}

    record NoSuchPerson(String field) implements Refusal {}

    record NoSuchPost() implements Refusal {}

    record Namesakes(String field, int people) implements Refusal {
        public List<Object> args() {
            return List.of(people);
        }
    }

    record SameNamedUnits(String field, int units) implements Refusal {
        public List<Object> args() {
            return List.of(units);
        }
    }

    /// The new superior stands below the unit itself.
    record BelowItself(String superior) implements Refusal {
        public String field() {
            return "parent";
        }

        public List<Object> args() {
            return List.of(superior);
        }
    }

    record EndsBeforeItStarts() implements Refusal {
        public String field() {
            return "last";
        }
    }

    record UnitNotThereThen(String field, String unit) implements Refusal {
        public List<Object> args() {
            return List.of(unit);
        }
    }

    record StillHasUnits(int units) implements Refusal {
        public List<Object> args() {
            return List.of(units);
        }
    }

    record StillHasPosts(int posts) implements Refusal {
        public List<Object> args() {
            return List.of(posts);
        }
    }

    record AlreadyClosed(LocalDate last) implements Refusal {
        public List<Object> args() {
            return List.of(last);
        }
    }

    record AlreadyHolds(String unit, Role role) implements Refusal {
        public List<Object> args() {
            return List.of(unit, role);
        }
    }

    /// Administration and matters do not meet in one person, nor do two kinds of administration.
    record NotTogether(Role held, Role wanted) implements Refusal {
        public String field() {
            return "role";
        }

        public List<Object> args() {
            return List.of(held, wanted);
        }
    }

    record StandsInForSelf() implements Refusal {
        public String field() {
            return "person";
        }
    }

    record LentAlready(String name, LocalDate first, LocalDate last) implements Refusal {
        public String field() {
            return "first";
        }

        public List<Object> args() {
            return List.of(name, first, last);
        }
    }

    record OutsideThePost(Span post) implements Refusal {
        public String field() {
            return "first";
        }

        public List<Object> args() {
            return List.of(post.first(), post.end().<Object>map(day -> day).orElse(""));
        }
    }

    /// Somebody else changed it since the form was opened.
    record ChangedMeanwhile(int version) implements Refusal {}

    record SameKeyOtherContent() implements Refusal {}

    record LoginTaken(String login) implements Refusal {
        public String field() {
            return "login";
        }

        public List<Object> args() {
            return List.of(login);
        }
    }

    record BadLogin() implements Refusal {
        public String field() {
            return "login";
        }
    }

    record HasAccount() implements Refusal {}

    record NoAccount() implements Refusal {}

    record PasswordTooShort(int lengthMin) implements Refusal {
        public String field() {
            return "password";
        }

        public List<Object> args() {
            return List.of(lengthMin);
        }
    }

    record PasswordTooPlain(int kindsMin) implements Refusal {
        public String field() {
            return "password";
        }

        public List<Object> args() {
            return List.of(kindsMin);
        }
    }

    record PasswordHoldsLogin() implements Refusal {
        public String field() {
            return "password";
        }
    }

    /// One that many have: as it stands, in other letters, or with figures and signs around it.
    record PasswordCommon() implements Refusal {
        public String field() {
            return "password";
        }
    }

    /// A word that lies at hand: one's name, the body's, the product's, or one the security administrator added.
    record PasswordHoldsWord(String word) implements Refusal {
        public String field() {
            return "password";
        }

        public List<Object> args() {
            return List.of(word);
        }
    }

    /// It would be in every password.
    record WordTooShort(String word) implements Refusal {
        public String field() {
            return "passwordWords";
        }

        public List<Object> args() {
            return List.of(word);
        }
    }

    record PasswordAsBefore() implements Refusal {
        public String field() {
            return "password";
        }
    }

    record PasswordsDiffer() implements Refusal {
        public String field() {
            return "again";
        }
    }

    record WrongPassword() implements Refusal {
        public String field() {
            return "current";
        }
    }

    /// The present password was tried wrongly too often; for some minutes not even the right one is looked at.
    record TooManyTries(int minutes) implements Refusal {
        public String field() {
            return "current";
        }

        public List<Object> args() {
            return List.of(minutes);
        }
    }

    /// Why a file cannot be read: broken, locked by a password, too big for a directory, or without any heading known.
    record FileUnreadable(String why) implements Refusal {
        public String field() {
            return "file";
        }

        public String key() {
            return "directory.refused.FileUnreadable." + why;
        }
    }

    /// The login belongs to somebody of another name.
    record LoginOfAnother(String login, String name) implements Refusal {
        public List<Object> args() {
            return List.of(login, name);
        }
    }

    record UnitNotYetThere(String unit) implements Refusal {
        public List<Object> args() {
            return List.of(unit);
        }
    }

    record OutOfRange(String field, int least, int most) implements Refusal {
        public List<Object> args() {
            return List.of(least, most);
        }
    }

    record BadMailAddress() implements Refusal {
        public String field() {
            return "address";
        }
    }

    /// Letters to an address that is not confirmed are few.
    /// @param next when it may be tried again, by the clock on the wall
    record LettersTooOften(LocalDateTime next) implements Refusal {
        public String field() {
            return "address";
        }

        public List<Object> args() {
            return List.of(next.toLocalDate(), next.toLocalTime());
        }
    }

    /// Why letters do not go to an address outside: `NOT_HTTPS` and the like.
    record BadHookAddress(String flaw) implements Refusal {
        public String field() {
            return "url";
        }

        public String key() {
            return "directory.tell.hook.flaw." + flaw;
        }
    }

    /// Neither the code of an app now, nor a recovery code not yet used.
    record WrongCode() implements Refusal {
        public String field() {
            return "code";
        }
    }

    record TooManyCodes(int minutes) implements Refusal {
        public String field() {
            return "code";
        }

        public List<Object> args() {
            return List.of(minutes);
        }
    }

    record HasSecondFactor() implements Refusal {}

    record NoSecondFactor() implements Refusal {}

    /// Whoever takes away their own does so with a code, on their own page.
    record OwnSecondFactor() implements Refusal {}

    /// What may not stand in the database in clear cannot be sealed now.
    record KeysMissing() implements Refusal {}

    /// Without it nobody could tell our calls from others'.
    record SecretNeeded() implements Refusal {
        public String field() {
            return "secret";
        }
    }
}
