package org.mingbai.reporting.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import org.mingbai.activity.Campaign;
import org.mingbai.activity.Campaigns;
import org.mingbai.activity.Milestone;
import org.mingbai.directory.Directory;
import org.mingbai.directory.OrganisationId;
import org.mingbai.directory.OrganisationTree;
import org.mingbai.directory.SignedIn;
import org.mingbai.shell.Words;
import org.springframework.stereotype.Component;

/// The road map of a campaign: its milestones by the unit that answers for them, and the share that is done.
@Component
public class CampaignMap {

    private static final int ALL = 100;

    private final Campaigns campaigns;
    private final Directory directory;
    private final Clock clock;

    CampaignMap(Campaigns campaigns, Directory directory, Clock clock) {
        this.campaigns = campaigns;
        this.directory = directory;
        this.clock = clock;
    }

    public RoadMap of(SignedIn who, Campaign campaign, Locale locale) {
        var words = Words.in(locale);
        var today = LocalDate.now(clock);
        var tree = directory.treeOf(who.tenant());
        var first = campaigns.firstDue(who, campaign);
        var lanes = new LinkedHashMap<OrganisationId, List<RoadMap.Node>>();
        lanes.put(campaign.plan().lead(), new ArrayList<>());
        campaign.milestones().forEach(one -> lanes.computeIfAbsent(one.owner(), _ -> new ArrayList<>())
                .add(node(one, campaign.stateOf(one, today), Objects.requireNonNullElse(first.get(one.no()), one.due()), today, words)));
        var plan = campaign.plan();
        int count = campaign.milestones().size();
        var said = words.of("reporting.map.span", plan.from().toString(), plan.to().toString()) + " "
                + words.of("reporting.map.counted", count, campaign.reached(), campaign.behind(today).size());
        return new RoadMap(plan.name(), said, plan.from(), plan.to(), today, count == 0 ? OptionalInt.empty()
                : OptionalInt.of((int) (campaign.reached() * ALL / count)), lanes.entrySet().stream().map(lane -> new RoadMap.Lane(
                        tree.unit(lane.getKey()).map(OrganisationTree.Unit::name).orElse("?"), lane.getValue())).toList());
    }

    private static RoadMap.Node node(Milestone one, Milestone.State state, LocalDate first, LocalDate today, Words words) {
        var reached = one.reached();
        var how = switch (state) {
            case REACHED -> RoadMap.State.DONE;
            case REACHED_LATE -> RoadMap.State.DONE_LATE;
            case AHEAD -> RoadMap.State.AHEAD;
            case BEHIND -> RoadMap.State.BEHIND;
            case LEFT -> RoadMap.State.LEFT;
        };
        var on = reached == null ? null : reached.on();
        var moved = first.equals(one.due()) ? null : first;
        return new RoadMap.Node(one.words(), one.due(), moved, on, how, MapWords.told(words, how, one.due(), moved, on, today));
    }
}
