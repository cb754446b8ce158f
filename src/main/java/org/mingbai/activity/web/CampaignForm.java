package org.mingbai.activity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.mingbai.activity.Campaign;
import org.mingbai.shell.page.FieldErrors;
import org.springframework.util.MultiValueMap;

/// The form of a campaign, as it was typed.
/// @param id the campaign that is changed; 0 for a new one
/// @param office in whose name a new one is begun
/// @param rows milestones that are not reached yet
/// @param why it is changed
/// @param key the name this form gives to what it asks
public record CampaignForm(long id, int version, String office, String name, String basis, String from, String to, List<String> registers, String kinds,
        String lead, String goal, String figure, String bound, String target, List<Row> rows, String why, String key, FieldErrors errors) {

    static final int BLANK_ROWS = 5;

    /// @param no of one that is there; 0 for a new one
    public record Row(int no, String words, String due, String owner) {

        boolean empty() {
            return words.isBlank() && due.isBlank() && owner.isBlank();
        }
    }

    CampaignForm with(FieldErrors wrong) {
        return new CampaignForm(id, version, office, name, basis, from, to, registers, kinds, lead, goal, figure, bound, target, rows, why, key, wrong);
    }

    CampaignForm with(List<Row> others) {
        return new CampaignForm(id, version, office, name, basis, from, to, registers, kinds, lead, goal, figure, bound, target, others, why, key, errors);
    }

    /// With a few empty rows at its end.
    static List<Row> filled(List<Row> rows) {
        var all = new ArrayList<>(rows);
        for (int i = 0; i < BLANK_ROWS && all.size() < Campaign.MILESTONES_MAX; i++) {
            all.add(new Row(0, "", "", ""));
        }
        return List.copyOf(all);
    }

    static CampaignForm sent(MultiValueMap<String, String> sent) {
        var rows = IntStream.rangeClosed(1, Campaign.MILESTONES_MAX)
                .mapToObj(i -> new Row((int) number(one(sent, "no" + i)), line(sent, "words" + i), one(sent, "due" + i), line(sent, "owner" + i)))
                .filter(row -> !row.empty()).toList();
        return new CampaignForm(number(one(sent, "id")), (int) number(one(sent, "version")), one(sent, "office"), line(sent, "name"), text(sent, "basis"),
                one(sent, "from"), one(sent, "to"), List.copyOf(Objects.requireNonNullElse(sent.get("registers"), List.of())), line(sent, "kinds"),
                line(sent, "lead"), text(sent, "goal"), one(sent, "figure"), one(sent, "bound"), line(sent, "target"), rows, text(sent, "why"),
                one(sent, "key"), FieldErrors.none());
    }

    static String one(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }

    static String text(MultiValueMap<String, String> sent, String name) {
        return one(sent, name).replace("\r\n", "\n").strip();
    }

    private static String line(MultiValueMap<String, String> sent, String name) {
        return one(sent, name).replaceAll("\\s+", " ").strip();
    }

    static long number(String typed) {
        return typed.matches("\\d{1,9}") ? Long.parseLong(typed) : 0;
    }
}
