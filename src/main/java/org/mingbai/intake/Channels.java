package org.mingbai.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingbai.directory.Access;
import org.mingbai.directory.AuditTrail;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.directory.TenantId;
import org.mingbai.ledger.Register;
import org.mingbai.ledger.Registers;
import org.mingbai.shell.Visible;
import org.springframework.stereotype.Component;

/// The ways in of each tenant: as shipped, but for what it changed or added.
@Component
public class Channels {

    private static final List<Channel> SHIPPED = shipped();
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,29}");
    private static final int WAY_MAX = 500;
    private static final int PLACES_MAX = 999;
    private static final int OWN_MAX = 100;

    private final ChannelTable table;
    private final Registers registers;
    private final AuditTrail audit;
    private final Whole whole;

    Channels(ChannelTable table, Registers registers, AuditTrail audit, Whole whole) {
        this.table = table;
        this.registers = registers;
        this.audit = audit;
        this.whole = whole;
    }

    /// In the order they are offered.
    public List<Channel> of(TenantId tenant) {
        var channels = new TreeMap<String, Channel>();
        Stream.concat(SHIPPED.stream(), table.of(tenant).stream()).forEach(channel -> channels.put(channel.code(), channel));
        return channels.values().stream().sorted(Comparator.comparingInt(Channel::place).thenComparing(Channel::code)).toList();
    }

    public List<Channel> atDesk(TenantId tenant) {
        return of(tenant).stream().filter(Channel::atDesk).toList();
    }

    public Optional<Channel> find(TenantId tenant, String code) {
        return of(tenant).stream().filter(channel -> channel.code().equals(code)).findFirst();
    }

    /// Adds a channel, or changes the one of that code. What came by it before keeps the name it came under.
    public VoiceAnswer<Channel> put(SignedIn who, Keeper by, Channel channel) {
        if (!Access.may(who, Right.KEEP_CHANNELS)) {
            return VoiceAnswer.refused(new VoiceRefusal.NotYourChannels());
        }
        var fault = faultIn(who.tenant(), channel);
        return fault.map(VoiceAnswer::<Channel>refused).orElseGet(() -> whole.done(() -> {
            table.alone(who.tenant());
            var others = of(who.tenant()).stream().filter(other -> !other.code().equals(channel.code())).toList();
            if (others.stream().anyMatch(other -> other.zh().equals(channel.zh()))) {
                return VoiceAnswer.refused(new VoiceRefusal.NameTaken("zh"));
            }
            if (others.stream().anyMatch(other -> other.en().equalsIgnoreCase(channel.en()))) {
                return VoiceAnswer.refused(new VoiceRefusal.NameTaken("en"));
            }
            if (others.size() >= OWN_MAX) {
                return VoiceAnswer.refused(new VoiceRefusal.TooManyChannels(OWN_MAX));
            }
            var before = find(who.tenant(), channel.code());
            if (before.filter(channel::equals).isEmpty()) {
                table.put(who.tenant(), channel);
                audit.channelChanged(by, channel.code(), before.map(Channels::told).orElse(Map.of()), told(channel));
            }
            return VoiceAnswer.done(channel);
        }));
    }

    private Optional<VoiceRefusal> faultIn(TenantId tenant, Channel channel) {
        if (!CODE.matcher(channel.code()).matches()) {
            return Optional.of(new VoiceRefusal.NotAChannelCode("code"));
        }
        for (var name : List.of(Map.entry("zh", channel.zh()), Map.entry("en", channel.en()))) {
            var said = name.getValue();
            if (!Visible.says(said)) {
                return Optional.of(new VoiceRefusal.Missing(name.getKey()));
            }
            if (!Register.canBeCalled(said)) {
                return Optional.of(Receiving.line(name.getKey(), said).orElse(new VoiceRefusal.TooLong(name.getKey(), Register.NAME_MAX)));
            }
        }
        if (registers.register(tenant, channel.register()).isEmpty()) {
            return Optional.of(new VoiceRefusal.NoSuchRegister("register"));
        }
        if (channel.place() < 0 || channel.place() > PLACES_MAX) {
            return Optional.of(new VoiceRefusal.NotAPlace("place", PLACES_MAX));
        }
        return wayFault("wayZh", channel.wayZh(), channel.route()).or(() -> wayFault("wayEn", channel.wayEn(), channel.route()));
    }

    private static Optional<VoiceRefusal> wayFault(String field, String way, Route route) {
        if (!Visible.says(way)) {
            return route == Route.OURS ? Optional.empty() : Optional.of(new VoiceRefusal.Missing(field));
        }
        return way.codePointCount(0, way.length()) > WAY_MAX ? Optional.of(new VoiceRefusal.TooLong(field, WAY_MAX)) : Receiving.hidden(field, way);
    }

    private static Map<String, String> told(Channel channel) {
        var told = new TreeMap<>(Map.of("zh", channel.zh(), "en", channel.en(), "atDesk", Boolean.toString(channel.atDesk()),
                "register", channel.register(), "route", channel.route().name(), "place", Integer.toString(channel.place())));
        if (!channel.wayZh().isEmpty() || !channel.wayEn().isEmpty()) {
            told.put("way", channel.wayZh() + " / " + channel.wayEn());
        }
        return told;
    }

    private static List<Channel> shipped() {
        var channels = new ArrayList<Channel>();
        for (var line : TextLines.of("channels.txt")) {
            channels.add(new Channel(line.get(0), line.get(1), line.get(2), true, line.get(3), Route.valueOf(line.get(4)), line.get(5), line.get(6),
                    (channels.size() + 1) * 10));
        }
        return List.copyOf(channels);
    }
}
