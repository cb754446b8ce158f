package org.mingbai.reporting.web;

import static org.mingbai.shell.Words.t;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mingbai.activity.Campaigns;
import org.mingbai.directory.Needs;
import org.mingbai.directory.Right;
import org.mingbai.directory.SignedIn;
import org.mingbai.ledger.MatterId;
import org.mingbai.reporting.roadmap.CampaignMap;
import org.mingbai.reporting.roadmap.MapPicture;
import org.mingbai.reporting.roadmap.MatterMap;
import org.mingbai.reporting.roadmap.RoadMap;
import org.mingbai.shell.Link;
import org.mingbai.shell.View;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// 一图读懂: the road map of a campaign or of one matter, as a page and as files.
@Controller
@Needs(Right.SEE_MATTERS)
class MapPages {

    static final String MATTER = BoardPages.ALL + "/matter/";

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");
    private static final MediaType WORD = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Campaigns campaigns;
    private final CampaignMap ofCampaign;
    private final MatterMap ofMatter;
    private final MapPicture picture;

    MapPages(Campaigns campaigns, CampaignMap ofCampaign, MatterMap ofMatter, MapPicture picture) {
        this.campaigns = campaigns;
        this.ofCampaign = ofCampaign;
        this.ofMatter = ofMatter;
        this.picture = picture;
    }

    @GetMapping(CampaignBoardPages.CAMPAIGN + "{id}/map")
    ModelAndView campaign(SignedIn who, @PathVariable long id) {
        var map = campaignMap(who, id);
        return page(map, List.of(new Link(t("reporting.board.title"), BoardPages.ALL), new Link(map.title(), CampaignBoardPages.CAMPAIGN + id)),
                CampaignBoardPages.CAMPAIGN + id + "/map");
    }

    @GetMapping(CampaignBoardPages.CAMPAIGN + "{id}/map.svg")
    ResponseEntity<byte[]> campaignSvg(SignedIn who, @PathVariable long id) {
        return svg(campaignMap(who, id));
    }

    @GetMapping(CampaignBoardPages.CAMPAIGN + "{id}/map.png")
    ResponseEntity<byte[]> campaignPng(SignedIn who, @PathVariable long id) {
        return png(campaignMap(who, id), CampaignBoardPages.CAMPAIGN + id + "/map");
    }

    @GetMapping(CampaignBoardPages.CAMPAIGN + "{id}/map.docx")
    ResponseEntity<byte[]> campaignWord(SignedIn who, @PathVariable long id) {
        return word(campaignMap(who, id));
    }

    @GetMapping(MATTER + "{id}/map")
    ModelAndView matter(SignedIn who, @PathVariable long id) {
        var map = matterMap(who, id);
        return page(map, List.of(new Link(map.title(), "/matters/" + id)), MATTER + id + "/map");
    }

    @GetMapping(MATTER + "{id}/map.svg")
    ResponseEntity<byte[]> matterSvg(SignedIn who, @PathVariable long id) {
        return svg(matterMap(who, id));
    }

    @GetMapping(MATTER + "{id}/map.png")
    ResponseEntity<byte[]> matterPng(SignedIn who, @PathVariable long id) {
        return png(matterMap(who, id), MATTER + id + "/map");
    }

    @GetMapping(MATTER + "{id}/map.docx")
    ResponseEntity<byte[]> matterWord(SignedIn who, @PathVariable long id) {
        return word(matterMap(who, id));
    }

    private RoadMap campaignMap(SignedIn who, long id) {
        return campaigns.campaign(who, id).map(campaign -> ofCampaign.of(who, campaign, LocaleContextHolder.getLocale()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// What somebody may not read has no map for them, as if it were not there.
    private RoadMap matterMap(SignedIn who, long id) {
        return ofMatter.of(who, new MatterId(id), LocaleContextHolder.getLocale()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(RoadMap map, List<Link> way, String here) {
        boolean draws = picture.drawsPng();
        var files = new ArrayList<Link>();
        files.add(new Link("SVG", here + ".svg"));
        if (draws) {
            files.add(new Link("PNG", here + ".png"));
        }
        files.add(new Link("Word", here + ".docx"));
        return View.of("reporting/map", new MapPage(t("reporting.map.of", map.title()), way, way.getLast().href(),
                picture.svg(map, LocaleContextHolder.getLocale()), map, files, draws ? "" : t("reporting.map.no-font")));
    }

    private ResponseEntity<byte[]> svg(RoadMap map) {
        return file(SVG, map, ".svg", picture.svg(map, LocaleContextHolder.getLocale()).getBytes(StandardCharsets.UTF_8));
    }

    /// Where this machine cannot draw one, on to the page that says why.
    private ResponseEntity<byte[]> png(RoadMap map, String page) {
        return picture.png(map, LocaleContextHolder.getLocale()).map(drawn -> file(MediaType.IMAGE_PNG, map, ".png", drawn))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, page).build());
    }

    private ResponseEntity<byte[]> word(RoadMap map) {
        return file(WORD, map, ".docx", picture.word(map, LocaleContextHolder.getLocale()));
    }

    private static ResponseEntity<byte[]> file(MediaType type, RoadMap map, String ending, byte[] content) {
        var name = map.title().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ") + ending;
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(content);
    }
}
