// SPDX-License-Identifier: MIT
// What a report does: the text, the map and the list of places show the same
// place. Whatever comes from a text or a gazetteer is put in as text.
(function () {
  "use strict";

  const USES = ["literal", "metonymic", "adjectival", "embedded"];
  const KINDS = {
    A: "administrative area", P: "settlement", H: "water", T: "landform",
    L: "region", S: "building or spot", V: "forest", U: "undersea",
    R: "road or railway"
  };
  const DOUBT = 50; // per cent of confidence, below which a mark is dashed

  const $ = (selector) => document.querySelector(selector);
  const $$ = (selector) => Array.from(document.querySelectorAll(selector));

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function plural(count, word) {
    return count + " " + word + (count === 1 ? "" : "s");
  }

  // ---- Data ---------------------------------------------------------------

  const data = JSON.parse($("#data").textContent);
  const places = []; // by number; data.places comes by count, most first
  const byCount = data.places.map(function (row) {
    const place = {
      number: row[0], name: row[1], where: row[2], id: row[3],
      feature: row[4], country: row[5], longitude: row[6], latitude: row[7],
      radius: row[8], population: row[9], documents: row[10],
      item: document.getElementById("p" + row[0]),
      marks: [], shown: [], uses: [0, 0, 0, 0], at: -1
    };
    places[row[0]] = place;
    return place;
  });
  const marks = $$("#texts .m").map(function (node) {
    const mark = {
      node: node, place: places[node.dataset.p],
      use: USES.findIndex((_, use) => node.classList.contains("u" + use)),
      confidence: Number(node.dataset.c),
      isMore: node.classList.contains("more")
    };
    if (mark.confidence < DOUBT) node.classList.add("doubt");
    if (mark.place) mark.place.marks.push(mark);
    return mark;
  });

  // ---- Filters ------------------------------------------------------------

  const boxes = $$("#filters input[type=checkbox]");
  const range = $("#least input");

  function showMark(mark, isShown) {
    const node = mark.node;
    node.classList.toggle("off", !isShown);
    if (!mark.place) return;
    if (isShown) node.setAttribute("href", "#p" + mark.place.number);
    else node.removeAttribute("href");
  }

  function filter() {
    const uses = boxes.filter((box) => box.checked).map((b) => +b.value);
    const least = +range.value;
    const counts = [0, 0, 0, 0];
    let shown = 0, total = 0;
    places.forEach(function (place) {
      place.shown = [];
      place.uses = [0, 0, 0, 0];
      place.at = -1;
    });
    marks.forEach(function (mark) {
      const isShown = uses.includes(mark.use) && mark.confidence >= least;
      showMark(mark, isShown);
      if (mark.isMore) return;
      total++;
      if (mark.confidence >= least) counts[mark.use]++;
      if (!isShown) return;
      shown++;
      if (!mark.place) return;
      mark.place.shown.push(mark);
      mark.place.uses[mark.use]++;
    });
    boxes.forEach(function (box) {
      box.parentNode.querySelector(".n").textContent = counts[+box.value];
    });
    $("#least output").textContent = least + " %";
    showPlaces(shown, total);
  }

  function showPlaces(shown, total) {
    const wanted = $("#find input").value.trim().toLowerCase();
    let count = 0;
    byCount.forEach(function (place) {
      const isThere = place.shown.length > 0;
      count += isThere;
      place.item.querySelector(".n").textContent = place.shown.length;
      place.item.classList.toggle(
        "off", !isThere || !place.name.toLowerCase().includes(wanted));
    });
    map.update();
    if (shown === undefined) return;
    $("#status").textContent = (shown === total ? "" : shown + " of ") +
      plural(total, "mention") + " of " + plural(count, "place") + " in " +
      plural(articles.length, "text");
    if (chosen && !chosen.shown.length) choose(null);
    else if (chosen) tell(chosen);
  }

  // ---- One place, everywhere ----------------------------------------------

  let chosen = null;

  function eachNode(place, action) {
    place.marks.forEach((mark) => action(mark.node));
    action(place.item);
    map.nodes(place).forEach(action);
  }

  function hover(place, isOver) {
    eachNode(place, (node) => node.classList.toggle("hover", isOver));
    map.hover(place, isOver);
  }

  function useOf(place) {
    let best = 0;
    place.uses.forEach((n, use) => { if (n > place.uses[best]) best = use; });
    return best;
  }

  function facts(place) {
    const kind = KINDS[place.feature[0]] || "place";
    const list = [/^A\.PCL/.test(place.feature) ? "country" : kind];
    if (place.population) {
      list.push(place.population.toLocaleString("en") + " people");
    }
    if (place.latitude !== null) {
      list.push(place.latitude.toFixed(4) + ", " +
                place.longitude.toFixed(4));
    }
    list.push(place.id);
    return list.join(" · ");
  }

  // The panel under the map, which screen readers are told of.
  function tell(place) {
    const info = $("#info");
    info.textContent = "";
    info.classList.toggle("told", Boolean(place));
    if (!place) {
      info.append(element("p", "Choose a place in the text, on the map or in " +
                               "the list. Escape leaves it.", "n"));
      return;
    }
    const title = element("p");
    title.append(element("b", place.name), " ",
                 element("span", place.where, "n"));
    const uses = USES.map((use, i) => place.uses[i] &&
                          place.uses[i] + " " + use).filter(Boolean);
    const at = place.at >= 0 ? place.at + 1 + " of " : "";
    const counts = element("p", at + plural(place.shown.length, "mention") +
      " (" + uses.join(", ") + ") ");
    [["Previous", -1], ["Next", 1]].forEach(function (step) {
      const button = element("button", step[0]);
      button.type = "button";
      button.id = step[0].toLowerCase();
      button.addEventListener("click", () => walk(place, step[1]));
      counts.append(button, " ");
    });
    info.append(title, element("p", facts(place), "n"), counts);
  }

  // Brings a mention into view, as the one of several.
  function into(node) {
    $$(".now").forEach((other) => other.classList.remove("now"));
    node.classList.add("now");
    const box = node.getBoundingClientRect();
    // On a narrow screen the map and what is told of a place lie over the
    // upper part of the text.
    const cover = $("#info").getBoundingClientRect();
    const top = cover.left <= box.left ? Math.max(0, cover.bottom) : 0;
    const isSeen = box.top >= top && box.bottom <= window.innerHeight &&
      box.height > 0;
    if (isSeen) return;
    node.scrollIntoView({ block: "center" });
    const covered = top - node.getBoundingClientRect().top;
    if (covered > 0) window.scrollBy(0, -covered - window.innerHeight / 8);
  }

  // Scrolls the list and nothing around it: on a narrow screen it lies far
  // below the text that is being read.
  function showInList(item) {
    const list = $("#places");
    const box = list.getBoundingClientRect();
    const row = item.getBoundingClientRect();
    if (row.top < box.top) list.scrollTop -= box.top - row.top;
    if (row.bottom > box.bottom) list.scrollTop += row.bottom - box.bottom;
  }

  function walk(place, step) {
    const count = place.shown.length;
    if (!count) return;
    place.at = (place.at + step + count) % count;
    const id = document.activeElement.id;
    into(place.shown[place.at].node);
    tell(place);
    if (id) document.getElementById(id).focus(); // the button is a new one
  }

  // `from`: "text", "map", "list" or "key": that part stays where it is.
  function choose(place, from) {
    if (chosen) {
      eachNode(chosen, (node) => node.classList.remove("chosen"));
      chosen.item.querySelector("button").setAttribute("aria-pressed", "false");
    }
    chosen = place;
    $$(".now").forEach((node) => node.classList.remove("now"));
    map.choose(place, from);
    if (!place) {
      tell(null);
      return;
    }
    eachNode(place, (node) => node.classList.add("chosen"));
    place.item.querySelector("button").setAttribute("aria-pressed", "true");
    if (from !== "list") showInList(place.item);
    if (from !== "text" && place.shown.length)
      place.at = (place.at + 1) % place.shown.length;
    tell(place); // first, as it may come to lie over the text
    if (place.shown[place.at]) into(place.shown[place.at].node);
  }

  function link(node, place) {
    node.addEventListener("mouseenter", () => hover(place, true));
    node.addEventListener("mouseleave", () => hover(place, false));
  }

  // ---- The map ------------------------------------------------------------

  // Where Leaflet was not there at build time, the picture stands in.
  function pictureMap() {
    const nodes = {};
    $$("#map-box [data-place]").forEach(function (node) {
      const place = places[node.dataset.place];
      (nodes[place.number] = nodes[place.number] || []).push(node);
      link(node, place);
      node.addEventListener("click", () => choose(place, "map"));
    });
    const of = (place) => nodes[place.number] || [];
    return {
      nodes: of,
      hover: function () {},
      choose: function () {},
      update: function () {
        places.forEach((place) => of(place).forEach((node) =>
          node.classList.toggle("off", !place.shown.length)));
      }
    };
  }

  // Rings of differences in hundredths of a degree to latitudes, longitudes.
  function rings(polygons, west) {
    return polygons.map((polygon) => polygon.map(function (ring) {
      const points = [];
      let x = 0, y = 0, middle = 0;
      for (let i = 0; i < ring.length; i += 2) {
        x += ring[i];
        y += ring[i + 1];
        middle += x;
        points.push([Math.max(-85, Math.min(85, y / 100)), x / 100]);
      }
      // The side of the antimeridian where the map is.
      const isWest = middle / points.length / 100 < west;
      return isWest ? points.map((p) => [p[0], p[1] + 360]) : points;
    }));
  }

  function leafletMap() {
    const MARKERS_MAX = 3000, NAMES_MAX = 60;
    const view = data.view;
    const west = view[2] - view[0] >= 359 ? -180
      : (view[0] + view[2]) / 2 - 180;
    const L = window.L;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const leaflet = L.map("map", {
      attributionControl: false, zoomSnap: 0.25, minZoom: 0, maxZoom: 11,
      zoomAnimation: !still, fadeAnimation: false, markerZoomAnimation: !still
    });
    const names = L.layerGroup();
    const reach = L.layerGroup();
    const areas = {};
    const own = byCount.filter((p) => p.latitude !== null)
      .slice(0, MARKERS_MAX);

    function longitude(place) {
      return place.longitude < west ? place.longitude + 360
        : place.longitude >= west + 360 ? place.longitude - 360
        : place.longitude;
    }

    function radius(place) {
      return 4 + 2.2 * Math.sqrt(Math.max(0, place.shown.length - 1));
    }

    function drawLand() {
      const land = [];
      const countries = {};
      byCount.forEach(function (place) {
        if (/^A\.PCL/.test(place.feature)) countries[place.country] = place;
      });
      (data.land || []).forEach(function (area) {
        const shape = rings(area[2], west);
        const place = countries[area[0]];
        if (!place) {
          land.push.apply(land, shape);
          return;
        }
        const layer = L.polygon(shape, { className: "tint", smoothFactor: .7 });
        areas[place.number] = layer;
        layer.addTo(leaflet);
        connect(layer, place);
      });
      L.polygon(land, {
        className: "land", interactive: false, smoothFactor: .7
      }).addTo(leaflet).bringToBack();
    }

    function connect(layer, place) {
      layer.on("mouseover", () => hover(place, true));
      layer.on("mouseout", () => hover(place, false));
      layer.on("click", () => choose(place, "map"));
    }

    function drawDots() {
      own.slice().reverse().forEach(function (place) {
        place.dot = L.circleMarker([place.latitude, longitude(place)], {
          className: "dot", radius: 4
        });
        connect(place.dot, place);
      });
    }

    // Names beside the dots, the most mentioned first, none on another: to
    // the right of the dot, or to its left, above it, below it.
    function drawNames() {
      const size = leaflet.getSize();
      const seen = own.filter((place) => place.shown.length)
        .map(function (place) {
          const at = leaflet.latLngToContainerPoint(place.dot.getLatLng());
          return { place: place, at: at, radius: place.dot.getRadius() };
        })
        .filter((spot) => spot.at.x >= 0 && spot.at.x <= size.x &&
                          spot.at.y >= 0 && spot.at.y <= size.y);
      const taken = seen.slice(0, 500).map((spot) =>
        [spot.at.x - spot.radius, spot.at.y - spot.radius,
         spot.at.x + spot.radius, spot.at.y + spot.radius]);
      const isFree = (box) => box[0] >= 0 && box[1] >= 0 &&
        box[2] <= size.x && box[3] <= size.y &&
        !taken.some((t) => box[0] < t[2] && box[2] > t[0] &&
                           box[1] < t[3] && box[3] > t[1]);
      let count = 0;
      names.clearLayers();
      seen.forEach(function (spot) {
        const away = spot.radius + 3;
        const width = 4 + spot.place.name.length * 7.2;
        const from = [[away, -7], [-away - width, -7],
                      [-width / 2, -away - 13], [-width / 2, away - 1]]
          .find((f) => isFree([spot.at.x + f[0], spot.at.y + f[1],
                               spot.at.x + f[0] + width,
                               spot.at.y + f[1] + 14]));
        if (!from || count++ > NAMES_MAX) return;
        taken.push([spot.at.x + from[0], spot.at.y + from[1],
                    spot.at.x + from[0] + width, spot.at.y + from[1] + 14]);
        const side = from[0] > 0 ? "" : from[1] === -7 ? " left" : " middle";
        L.marker(spot.place.dot.getLatLng(), {
          interactive: false, keyboard: false,
          icon: L.divIcon({
            className: "name" + side, html: element("bdi", spot.place.name),
            iconSize: [width, 14], iconAnchor: [-from[0], -from[1]]
          })
        }).addTo(names);
      });
    }

    function drawReach(place) {
      reach.clearLayers();
      if (!place || !place.dot || areas[place.number] || place.radius < 3) {
        return;
      }
      L.circle(place.dot.getLatLng(), {
        radius: place.radius * 1000, className: "reach", interactive: false
      }).addTo(reach);
    }

    function showAll() {
      const points = own.filter((p) => p.shown.length)
        .map((p) => [p.latitude, longitude(p)]);
      if (points.length) {
        leaflet.fitBounds(points, { padding: [30, 30], maxZoom: 9 });
      }
    }

    function addControls() {
      L.control.scale({ imperial: false }).addTo(leaflet);
      const control = L.control({ position: "topright" });
      control.onAdd = function () {
        const button = element("button", "All places");
        button.id = "all";
        button.type = "button";
        L.DomEvent.disableClickPropagation(button);
        button.addEventListener("click", showAll);
        return button;
      };
      control.addTo(leaflet);
    }

    leaflet.fitBounds([[Math.max(view[1], -80), view[0]],
                       [Math.min(view[3], 84), view[2]]]);
    drawLand();
    drawDots();
    reach.addTo(leaflet);
    names.addTo(leaflet);
    addControls();
    leaflet.on("moveend zoomend resize", drawNames);

    return {
      nodes: function (place) {
        return [areas[place.number], place.dot]
          .map((layer) => layer && layer.getElement && layer.getElement())
          .filter(Boolean);
      },
      hover: function (place, isOver) {
        drawReach(isOver ? place : chosen);
        if (isOver && place.dot && place.shown.length) {
          place.dot.bringToFront();
        }
      },
      choose: function (place, from) {
        drawReach(place);
        if (!place || !place.dot || from === "map") return;
        const at = place.dot.getLatLng();
        if (!leaflet.getBounds().pad(-0.1).contains(at)) leaflet.panTo(at);
      },
      update: function () {
        own.slice().reverse().forEach(function (place) {
          if (!place.shown.length) {
            place.dot.remove();
            return;
          }
          place.dot.options.className = "dot u" + useOf(place);
          place.dot.setRadius(radius(place));
          if (leaflet.hasLayer(place.dot)) {
            place.dot.getElement().setAttribute("class",
              "leaflet-interactive " + place.dot.options.className +
              (place === chosen ? " chosen" : ""));
          } else {
            place.dot.addTo(leaflet);
          }
        });
        drawNames();
      }
    };
  }

  // ---- The rest -----------------------------------------------------------

  const articles = $$("#texts article");

  function makeIndex() {
    if (articles.length < 2) return;
    const details = element("details");
    const list = element("ol");
    details.append(element("summary", plural(articles.length, "text")), list);
    articles.forEach(function (article) {
      const item = element("li");
      const to = element("a", article.querySelector("h2").textContent);
      to.href = "#" + article.id;
      const count = article.querySelectorAll(".m:not(.more)").length;
      item.append(to, " ", element("span", count, "n"));
      list.append(item);
    });
    details.open = articles.length <= 12;
    $("#index").append(details);
    $("#index").hidden = false;
  }

  // One listener for all marks: there may be a hundred thousand of them.
  function listen() {
    const markOf = (event) => event.target.closest &&
      event.target.closest("#texts a.m:not(.off)");
    const placeOf = (node) => places[node.dataset.p];
    const texts = $("#texts");
    texts.addEventListener("mouseover", function (event) {
      const node = markOf(event);
      if (node) hover(placeOf(node), true);
    });
    texts.addEventListener("mouseout", function (event) {
      const node = markOf(event);
      if (node) hover(placeOf(node), false);
    });
    texts.addEventListener("click", function (event) {
      const node = markOf(event);
      if (!node) return;
      event.preventDefault();
      const place = placeOf(node);
      place.at = place.shown.findIndex((mark) => mark.node === node);
      choose(place, "text");
    });
    byCount.forEach(function (place) {
      link(place.item, place);
      place.item.querySelector("button").addEventListener("click",
        () => choose(place, "list"));
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape") choose(null);
    });
    boxes.forEach((box) => box.addEventListener("change", filter));
    range.addEventListener("input", filter);
    $("#find input").addEventListener("input", () => showPlaces());
    $("#filters").addEventListener("submit", (e) => e.preventDefault());
  }

  const map = window.L ? leafletMap() : pictureMap();
  makeIndex();
  listen();
  tell(null);
  $("#filters").hidden = false;
  $("#find").hidden = false;
  filter();
  const first = /^#p(\d+)$/.exec(location.hash);
  // After the browser has gone to the place in the list by itself.
  if (first && places[first[1]]) {
    window.addEventListener("load", () =>
      setTimeout(() => choose(places[first[1]], "list")));
  }
}());
