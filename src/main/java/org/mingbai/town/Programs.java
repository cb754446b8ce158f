package org.mingbai.town;

import java.util.List;
import org.mingbai.directory.Keeper;
import org.mingbai.directory.TenantId;
import org.mingbai.intake.open311.Service;
import org.mingbai.intake.open311.Service.Attribute;
import org.mingbai.intake.open311.Service.Choice;
import org.mingbai.intake.open311.Service.Datatype;
import org.mingbai.intake.open311.Service.Delivery;
import org.mingbai.intake.open311.Service.Text;
import org.mingbai.intake.open311.Services;

/// What the town takes from other programs.
final class Programs {

    private Programs() {}

    static void offer(TenantId tenant, Services services) {
        var by = Keeper.program(tenant, "sample");
        List.of(
                service("road-hole", "道路", "路面坑洼", "Pothole", "路面破损、沉降、积水的坑", "A broken, sunken or flooded road", "坑,路面,pothole", Delivery.REALTIME,
                        List.of(new Attribute("SIZE", new Text("有多大", "How large"), Datatype.SINGLEVALUELIST, false, List.of(
                                new Choice("S", new Text("巴掌大", "As a hand")), new Choice("M", new Text("脸盆大", "As a basin")),
                                new Choice("L", new Text("更大", "Larger")))))),
                service("street-light", "路灯", "路灯不亮", "Street light out", "路灯不亮、常亮、灯杆倾斜", "A lamp that is out, always on, or leans", "路灯,灯杆,light",
                        Delivery.REALTIME, List.of(new Attribute("POLE", new Text("灯杆编号", "Number on the pole"), Datatype.STRING, false, List.of()))),
                service("manhole", "井盖", "井盖松动或缺失", "Loose or missing manhole cover", "响、翘、缺的井盖", "A cover that rattles, stands up or is gone",
                        "井盖,manhole", Delivery.REALTIME, List.of()),
                service("rubbish", "环境卫生", "垃圾没有清运", "Rubbish left lying", "垃圾满溢、乱倒、漂浮物", "Overflowing, dumped or floating rubbish", "垃圾,rubbish",
                        Delivery.REALTIME, List.of()),
                service("idea", "建议", "意见建议", "Suggestion", "不急的意见和建议", "What is no hurry", "建议,idea", Delivery.BATCH, List.of()))
                .forEach(service -> {
                    var flaws = services.put(by, service);
                    if (!flaws.isEmpty()) {
                        throw new IllegalStateException(service.code() + ": " + flaws);
                    }
                });
    }

    private static Service service(String code, String category, String zh, String en, String saysZh, String saysEn, String keywords, Delivery delivery,
            List<Attribute> attributes) {
        return new Service(code, "hotline", category, new Text(zh, en), new Text(saysZh, saysEn), keywords, category, delivery, attributes, true);
    }
}
