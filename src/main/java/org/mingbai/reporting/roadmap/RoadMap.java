package org.mingbai.reporting.roadmap;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a road map shows, before anything is drawn.
/// @param said its days, and what is done and behind, in a line
/// @param today where the line of today stands; outside its days there is none
/// @param done how much of it is done, in percent; empty where that cannot be said
public record RoadMap(String title, String said, LocalDate from, LocalDate to, LocalDate today, OptionalInt done, List<Lane> lanes) {

    /// How many nodes of one map are drawn; a page holds no more.
    public static final int NODES_MAX = 60;

    public enum State {
        DONE,
        /// After its day.
        DONE_LATE,
        AHEAD,
        /// Its day has passed.
        BEHIND,
        /// Given up, or ended without it.
        LEFT,
        /// Something that happened and was not owed.
        HAPPENED
    }

    /// What one unit answers for.
    public record Lane(String name, List<Node> nodes) {

        public Lane {
            nodes = List.copyOf(nodes);
        }
    }

    /// @param on the day that counts
    /// @param first the day first given, where that was another
    /// @param done the day it was done
    /// @param told how it stands, in words
    public record Node(String words, LocalDate on, @Nullable LocalDate first, @Nullable LocalDate done, State state, String told) {

        /// Until when it drags on past its day.
        Optional<LocalDate> dragsTo(LocalDate today) {
            return switch (state) {
                case DONE_LATE -> Optional.ofNullable(done);
                case BEHIND -> Optional.of(today);
                case DONE, AHEAD, LEFT, HAPPENED -> Optional.empty();
            };
        }
    }

    public RoadMap {
        lanes = lanes.stream().filter(lane -> !lane.nodes().isEmpty()).toList();
    }

    public Stream<Node> nodes() {
        return lanes.stream().flatMap(lane -> lane.nodes().stream());
    }

    public int count() {
        return lanes.stream().mapToInt(lane -> lane.nodes().size()).sum();
    }

    /// As many of its nodes as a sheet holds: what is owed before what is over, and the newest of each.
    RoadMap drawn() {
        var kept = nodes().sorted(Comparator.comparing((Node node) -> node.state() != State.BEHIND && node.state() != State.AHEAD)
                .thenComparing(Node::on, Comparator.reverseOrder())).limit(NODES_MAX).collect(Collectors.toCollection(() ->
                        Collections.newSetFromMap(new IdentityHashMap<>())));
        return new RoadMap(title, said, from, to, today, done,
                lanes.stream().map(lane -> new Lane(lane.name(), lane.nodes().stream().filter(kept::contains).toList())).toList());
    }

    /// With every day of its nodes within.
    LocalDate first() {
        return days().min(LocalDate::compareTo).orElse(from);
    }

    LocalDate last() {
        return days().max(LocalDate::compareTo).orElse(to);
    }

    private Stream<LocalDate> days() {
        return Stream.concat(Stream.of(from, to), nodes().flatMap(node -> Stream.concat(Stream.of(node.on()),
                Stream.concat(Stream.ofNullable(node.first()), node.dragsTo(today).stream()))));
    }
}
