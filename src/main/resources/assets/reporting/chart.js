// Draws each chart from the table behind it, so that both say the same and every mark leads where its number leads.
// Without script, or where drawing fails, the table stands there by itself.
"use strict";
(() => {
  const root = document.documentElement;
  const token = name => getComputedStyle(root).getPropertyValue("--" + name).trim();
  const dashes = ["solid", "dashed", "dotted"];
  const signs = ["circle", "rect", "triangle"];
  const drawn = [];

  // What the table holds: rows with their names, columns that have a colour, a number and an address in each cell.
  const read = chart => {
    const rows = [...chart.querySelectorAll("tbody tr")].slice(0, Number(chart.dataset.drawnMax));
    const series = [...chart.querySelectorAll("thead th")].map((head, at) => ({head, at})).filter(({head}) => head.dataset.tone).map(({head, at}) => ({
      name: head.textContent.trim(),
      tone: head.dataset.tone,
      data: rows.map(row => {
        const cell = row.cells[at];
        const link = cell.querySelector("a");
        return {value: cell.dataset.number === "" ? null : Number(cell.dataset.number), said: cell.textContent.trim(), href: link && link.href};
      }),
    }));
    return {names: rows.map(row => row.cells[0].dataset.brief), full: rows.map(row => row.cells[0].textContent.trim()), series};
  };

  // How wide a name is, roughly: a Chinese character is as wide as it is high.
  const wide = (name, size) => [...name].reduce((sum, sign) => sum + (sign > "\u2e80" ? 1 : 0.6), 0) * size;

  const options = (chart, size, width, title) => {
    const {names, full, series} = read(chart);
    const across = chart.dataset.chart === "ACROSS";
    const lines = chart.dataset.chart === "LINES";
    const font = {fontFamily: getComputedStyle(document.body).fontFamily.replaceAll('"', "'"), fontSize: size, color: token("ink-2")};
    const most = Math.max(...names.map((_, row) => series.reduce((sum, one) => sum + one.data[row].value, 0)));
    const top = title ? size * 2.5 : 0;
    // Where not every month has room for its name, each second or third has, counted from the last.
    const step = Math.max(1, Math.ceil(Math.max(...names.map(name => wide(name, size) + size * 0.6)) * names.length / Math.max(1, width - size * 4)));
    const categories = {
      type: "category", data: names, inverse: across, axisTick: {show: false}, axisLine: {lineStyle: {color: token("edge")}},
      axisLabel: {...font, ...(across ? {interval: 0, width: size * 9, overflow: "truncate"} : {interval: at => (names.length - 1 - at) % step === 0, lineHeight: size * 1.5})},
    };
    const numbers = {
      type: "value", minInterval: chart.dataset.percent === "true" ? 0 : 1, ...(chart.dataset.percent === "true" ? {min: 0, max: 100} : {}),
      axisLabel: {...font, formatter: chart.dataset.percent === "true" ? "{value}%" : "{value}", hideOverlap: true},
      splitLine: {lineStyle: {color: token("hairline")}},
    };
    return {
      animation: false,
      backgroundColor: token("paper"),
      textStyle: font,
      ...(title ? {title: {text: title, textStyle: {...font, fontSize: size * 1.3, color: token("ink")}}} : {}),
      legend: {show: series.length > 1, top, left: 0, itemWidth: size * 2, itemHeight: size * 0.8, textStyle: font, selectedMode: false},
      grid: {left: 0, right: size * 1.5, top: top + (series.length > 1 ? size * 2.6 : size), bottom: size * 0.4, containLabel: true},
      tooltip: {
        trigger: "item", renderMode: "richText", confine: true, backgroundColor: token("paper-raised"), borderColor: token("edge"), textStyle: {...font, color: token("ink")},
        formatter: mark => `${full[mark.dataIndex]}\n${mark.seriesName} ${mark.data.said}`,
      },
      xAxis: across ? numbers : categories,
      yAxis: across ? categories : numbers,
      series: series.map((one, at) => ({
        name: one.name, type: lines ? "line" : "bar", data: one.data, color: token(one.tone), cursor: "pointer",
        ...(across ? {stack: "all", barMaxWidth: size * 1.3} : {barMaxWidth: size * 2}),
        ...(lines ? {symbol: signs[at % 3], symbolSize: size * 0.75, showAllSymbol: true, lineStyle: {type: dashes[at % 3], width: 2}, connectNulls: false} : {}),
        ...(across && at === 0 ? {label: {show: true, position: "insideLeft", ...font, color: token("paper"), formatter: mark => mark.value >= most / 12 ? mark.data.said : ""}} : {}),
      })),
    };
  };

  const draw = one => {
    one.at.setOption(options(one.chart, one.size(), one.place.clientWidth), true);
    one.at.resize();
    // So that paper, which is narrower than the screen, can shrink it.
    one.place.querySelector("svg").setAttribute("viewBox", `0 0 ${one.at.getWidth()} ${one.at.getHeight()}`);
  };

  const begin = chart => {
    const place = chart.querySelector(".chart-drawn");
    const size = () => parseFloat(getComputedStyle(place).fontSize);
    place.hidden = false;
    if (chart.dataset.chart === "ACROSS") place.style.blockSize = `${(Math.min(chart.querySelectorAll("tbody tr").length, Number(chart.dataset.drawnMax)) * 2 + 5) * size()}px`;
    const one = {chart, place, size, at: echarts.init(place, null, {renderer: "svg"})};
    one.at.on("click", mark => {
      if (mark.data && mark.data.href) location.assign(mark.data.href);
    });
    draw(one);
    drawn.push(one);
    new ResizeObserver(() => draw(one)).observe(place);
    chart.querySelector("details").open = false;
    const acts = chart.querySelector(".chart-acts");
    acts.hidden = false;
    acts.addEventListener("click", event => {
      const button = event.target.closest("[data-save]");
      if (button) save(chart, button.dataset.save);
    });
  };

  // The picture stands alone elsewhere, so it bears its title and a size of its own.
  const save = (chart, as) => {
    const title = chart.closest("section").querySelector("h2").textContent.trim();
    const rows = Math.min(chart.querySelectorAll("tbody tr").length, Number(chart.dataset.drawnMax));
    const [width, height] = [960, chart.dataset.chart === "ACROSS" ? 120 + rows * 28 : 480];
    const alone = echarts.init(null, null, {renderer: "svg", ssr: true, width, height});
    alone.setOption(options(chart, 14, width, title));
    const svg = alone.renderToSVGString();
    alone.dispose();
    if (as === "svg") {
      hand(new Blob([svg], {type: "image/svg+xml"}), title + ".svg");
      return;
    }
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [width * 2, height * 2];
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(blob => hand(blob, title + ".png"), "image/png");
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
  };

  const hand = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  if (!window.echarts) return;
  document.querySelectorAll("[data-chart]").forEach(begin);
  for (const query of ["print", "(prefers-color-scheme: dark)"]) {
    matchMedia(query).addEventListener("change", () => drawn.forEach(draw));
  }
  // On paper nothing can be opened.
  addEventListener("beforeprint", () => drawn.forEach(({chart}) => chart.querySelector("details").open = true));
  addEventListener("afterprint", () => drawn.forEach(({chart}) => chart.querySelector("details").open = false));
})();
