package org.mingbai.reporting;

import static org.mingbai.shell.Words.t;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingbai.activity.Campaign;
import org.mingbai.activity.CampaignFigures;
import org.mingbai.directory.SignedIn;
import org.mingbai.shell.Link;
import org.mingbai.shell.page.Choice;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// What the matters of a campaign come to: figures over its days, of its registers and kinds, within what the reader may open.
@Component
public class CampaignStanding implements CampaignFigures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Figures figures;
    private final Clock clock;

    CampaignStanding(Figures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /// The goal as a number.
    /// @param now what the figure comes to; nothing where the reader has no number of it
    /// @param reached whether that is what was asked
    /// @param lacking how much is lacking, or too much; nothing where it is reached or not known
    /// @param percent how much of the way was gone, from 0 to 100
    public record Goal(Figure figure, Campaign.Target target, Optional<FigureAnswer> now, boolean reached, Optional<BigDecimal> lacking, int percent) {}

    /// What holds of every case that counts for it.
    public static List<Condition> conditions(Campaign campaign) {
        var conditions = new ArrayList<Condition>();
        conditions.add(new Condition(Field.REGISTER, Condition.Op.IS, campaign.plan().registers()));
        if (!campaign.plan().kinds().isEmpty()) {
            conditions.add(new Condition(Field.CATEGORY, Condition.Op.IS, campaign.plan().kinds()));
        }
        return conditions;
    }

    /// A figure over its days so far.
    public Question question(Figure figure, Campaign campaign) {
        var to = campaign.countedTo(LocalDate.now(clock));
        return new Question(figure, campaign.plan().from(), to, to, conditions(campaign));
    }

    /// Whether a day of it has come: before that there is nothing to count.
    public boolean begun(Campaign campaign) {
        return !campaign.countedTo(LocalDate.now(clock)).isBefore(campaign.plan().from());
    }

    /// Nothing where its goal is in words alone.
    public Optional<Goal> goal(SignedIn who, Campaign campaign) {
        var target = campaign.plan().target();
        return Optional.ofNullable(target).flatMap(it -> Catalogue.figure(it.figure())).map(figure -> {
            Optional<FigureAnswer> now = !begun(campaign) || figures.refusal(who, question(figure, campaign)).isPresent() ? Optional.empty()
                    : Optional.of(figures.answer(who, question(figure, campaign))).filter(answer -> answer.value().isPresent());
            return goal(figure, target, now);
        });
    }

    private static Goal goal(Figure figure, Campaign.Target target, Optional<FigureAnswer> now) {
        if (now.isEmpty()) {
            return new Goal(figure, target, now, false, Optional.empty(), 0);
        }
        var value = now.get().value().orElseThrow();
        boolean reached = target.atMost() ? value.compareTo(target.value()) <= 0 : value.compareTo(target.value()) >= 0;
        if (reached) {
            return new Goal(figure, target, now, true, Optional.empty(), 100);
        }
        // Towards "at least" the part that is there; towards "at most" how near the surplus is to none.
        var part = target.atMost() ? target.value().multiply(HUNDRED).divide(value, 0, RoundingMode.DOWN)
                : value.multiply(HUNDRED).divide(target.value(), 0, RoundingMode.DOWN);
        return new Goal(figure, target, now, false, Optional.of(target.value().subtract(value).abs()), Math.clamp(part.intValue(), 0, 99));
    }

    @Override
    public List<Choice> offered() {
        var wording = FigureWording.in(LocaleContextHolder.getLocale());
        return Catalogue.figures().map(figure -> new Choice(figure.code(), wording.name(figure))).toList();
    }

    @Override
    public boolean fits(Campaign.Target target) {
        return Catalogue.figure(target.figure()).filter(figure -> !figure.percent() || target.value().compareTo(HUNDRED) <= 0).isPresent();
    }

    @Override
    public List<String> standing(SignedIn who, Campaign campaign) {
        return goal(who, campaign).map(goal -> List.of(asked(goal), told(goal))).orElse(List.of());
    }

    /// `办结数不少于 300`.
    public static String asked(Goal goal) {
        var wording = FigureWording.in(LocaleContextHolder.getLocale());
        return t(goal.target().atMost() ? "reporting.campaign.most" : "reporting.campaign.least", wording.name(goal.figure()),
                unit(goal.figure(), goal.target().value()));
    }

    /// `现在 213，还差 87`.
    public static String told(Goal goal) {
        if (goal.now().isEmpty()) {
            return t("reporting.campaign.no-number");
        }
        var now = FigureWording.in(LocaleContextHolder.getLocale()).shown(goal.now().get());
        return goal.lacking().map(lacking -> t(goal.target().atMost() ? "reporting.campaign.too-much" : "reporting.campaign.lacking", now,
                goal.figure().percent() ? t("reporting.campaign.points", plain(lacking)) : unit(goal.figure(), lacking)))
                .orElseGet(() -> t("reporting.campaign.reached", now));
    }

    private static String unit(Figure figure, BigDecimal value) {
        return figure.percent() ? plain(value) + "%" : figure.tally() instanceof Tally.Days ? t("reporting.figures.days", plain(value)) : plain(value);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    @Override
    public List<Link> links(Campaign campaign) {
        return List.of(new Link(t("reporting.campaign.board"), "/boards/campaign/" + campaign.id()),
                new Link(t("reporting.map.title"), "/boards/campaign/" + campaign.id() + "/map"));
    }
}
