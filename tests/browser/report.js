// SPDX-License-Identifier: MIT
// Reports in a browser: see run.sh.
//
//   node report.js CHROMIUM PAGES PICTURES
"use strict";

const assert = require("assert");
const path = require("path");
const { chromium } = require("playwright-core");

const [executable, pages, pictures] = process.argv.slice(2);
const tests = [];
const test = (name, run, options) => tests.push({ name, run, options });

// ---- What a page is asked --------------------------------------------------

const count = (page, selector) => page.locator(selector).count();
const text = (page, selector) => page.locator(selector).first().innerText();

function data(page) {
  return page.evaluate(() =>
    JSON.parse(document.getElementById("data").textContent));
}

// Places by the names of the text on the page.
function placeOf(page, name) {
  return page.evaluate((wanted) => {
    const marks = Array.from(document.querySelectorAll("#texts a.m"));
    return marks.find((mark) => mark.textContent === wanted).dataset.p;
  }, name);
}

async function numberShown(page) {
  return Number(/^\d+/.exec(await text(page, "#status"))[0]);
}

async function slide(page, value) {
  await page.locator("#least input").evaluate((input, wanted) => {
    input.value = wanted;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, String(value));
}

// ---- Tests -----------------------------------------------------------------

test("each mention is marked, each place listed once", async (page) => {
  const shown = await numberShown(page);
  assert.ok(shown > 40, "only " + shown);
  assert.strictEqual(await count(page, "#texts .m:not(.more)"), shown);
  const places = (await data(page)).places;
  assert.strictEqual(await count(page, "#places li"), places.length);
  assert.strictEqual(await count(page, "#texts a.m:not([href^='#p'])"), 0);
  const sum = await page.evaluate(() =>
    Array.from(document.querySelectorAll("#places .n"))
      .reduce((n, node) => n + Number(node.textContent), 0));
  assert.strictEqual(
    sum, await count(page, "#texts a.m:not(.more)"));
});

test("every place with a point is a dot of the map", async (page) => {
  const places = (await data(page)).places.filter((row) => row[6] !== null);
  assert.strictEqual(await count(page, "#map path.dot"), places.length);
  assert.ok(await count(page, "#map path.land") === 1);
  assert.ok(await count(page, "#map .name") > 5);
});

test("hovering a mention shows its place, and the other way", async (page) => {
  const place = await placeOf(page, "Yerevan");
  const marks = `#texts a.m[data-p="${place}"]`;
  await page.locator(marks).first().hover();
  assert.strictEqual(await count(page, "#map path.dot.hover"), 1);
  assert.strictEqual(await count(page, `#p${place}.hover`), 1);
  assert.strictEqual(await count(page, marks + ".hover"),
                     await count(page, marks));
  await page.locator("h1").hover();
  assert.strictEqual(await count(page, ".hover"), 0);
  await page.locator(`#p${place}`).hover();
  assert.strictEqual(await count(page, marks + ".hover"),
                     await count(page, marks));
  await page.locator("h1").hover();
  const dot = page.locator("#map path.dot").last(); // on top of the others
  await dot.hover();
  assert.ok(await count(page, "#places li.hover") === 1);
});

test("a click on the map goes to the mention in the text", async (page) => {
  const dot = page.locator("#map path.dot").last();
  await dot.click();
  assert.strictEqual(await count(page, "#places li.chosen"), 1);
  const box = await page.locator("#texts .m.now").boundingBox();
  const height = page.viewportSize().height;
  assert.ok(box.y >= 0 && box.y + box.height <= height);
  assert.match(await text(page, "#info"), /1 of \d+ mention/);
});

test("a click in the list walks through the mentions", async (page) => {
  const place = await placeOf(page, "Yerevan");
  const button = page.locator(`#p${place} button`);
  await button.click();
  assert.strictEqual(await button.getAttribute("aria-pressed"), "true");
  assert.match(await text(page, "#info"), /Yerevan[^]*1 of \d+/);
  await button.click();
  assert.match(await text(page, "#info"), /2 of \d+/);
  await page.locator("#previous").click();
  assert.match(await text(page, "#info"), /1 of \d+/);
  assert.strictEqual(await page.evaluate(() => document.activeElement.id),
                     "previous");
});

test("a click on a mention chooses its place", async (page) => {
  const place = await placeOf(page, "Kapan");
  await page.locator(`#texts a.m[data-p="${place}"]`).first().click();
  assert.strictEqual(await count(page, `#p${place}.chosen`), 1);
  assert.strictEqual(await count(page, "#map path.dot.chosen"), 1);
  assert.match(await text(page, "#info"), /Kapan[^]*settlement/);
  await page.setViewportSize({ width: 1200, height: 780 });
  await page.waitForTimeout(300);
  await page.screenshot({ path: path.join(pictures, "report.png") });
});

test("filters by use hide mentions, places and dots", async (page) => {
  const before = await numberShown(page);
  const adjectives = await count(page, "#texts .m.u2:not(.more)");
  assert.ok(adjectives > 0);
  await page.locator("#filters [type=checkbox][value='2']").uncheck();
  assert.strictEqual(await numberShown(page), before - adjectives);
  assert.strictEqual(await count(page, "#texts .m.u2:not(.off)"), 0);
  assert.strictEqual(await count(page, "#texts a.m.off[href]"), 0);
  for (const value of [0, 1, 3]) {
    await page.locator(`#filters [type=checkbox][value='${value}']`).uncheck();
  }
  assert.strictEqual(await numberShown(page), 0);
  assert.strictEqual(await count(page, "#map path.dot"), 0);
  assert.strictEqual(await count(page, "#places li:not(.off)"), 0);
  await page.locator("#filters [type=checkbox][value='0']").check();
  assert.ok(await count(page, "#map path.dot") > 10);
});

test("the filter by confidence hides the doubtful", async (page) => {
  const wanted = await page.evaluate(() =>
    Array.from(document.querySelectorAll("#texts .m:not(.more)"))
      .filter((mark) => Number(mark.dataset.c) >= 60).length);
  await slide(page, 60);
  assert.strictEqual(await numberShown(page), wanted);
  assert.strictEqual(await text(page, "#least output"), "60 %");
  await slide(page, 100);
  assert.ok(await numberShown(page) <= wanted);
});

test("the list finds a place by part of its name", async (page) => {
  await page.locator("#find input").fill("yerev");
  const shown = await page.locator("#places li:not(.off) b").allInnerTexts();
  assert.ok(shown.length >= 1);
  shown.forEach((name) => assert.match(name, /yerev/i));
});

test("everything is within reach of the keyboard", async (page) => {
  const seen = [];
  for (let i = 0; i < 16; i++) {
    await page.keyboard.press("Tab");
    seen.push(await page.evaluate(() => {
      const node = document.activeElement;
      return node.className.split(" ")[0] || node.type || node.tagName;
    }));
  }
  assert.deepStrictEqual(seen.slice(0, 2), ["skip", "skip"]);
  assert.ok(seen.includes("checkbox") && seen.includes("range"));
  assert.strictEqual(seen.pop(), "m");
  await page.keyboard.press("Enter");
  assert.strictEqual(await count(page, "#places li.chosen"), 1);
  await page.keyboard.press("Escape");
  assert.strictEqual(await count(page, ".chosen"), 0);
  await page.locator("#places button").first().focus();
  await page.keyboard.press("Enter");
  assert.strictEqual(await count(page, "#places li.chosen"), 1);
});

test("skip links go to texts and places", async (page) => {
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.strictEqual(await page.evaluate(() => document.activeElement.id),
                     "places");
});

test("parts have roles and names", async (page) => {
  for (const [role, name] of [["main"], ["complementary", "Map and places"],
                              ["region", "Map"], ["region", "Places"],
                              ["slider", /Confidence/], ["status"],
                              ["checkbox", /literal/]]) {
    const found = page.getByRole(role, name ? { name } : {});
    assert.ok(await found.count() >= 1, role + " " + name);
  }
  assert.strictEqual(
    await page.locator("#info").getAttribute("aria-live"), "polite");
});

test("text can be told from its ground, light and dark", async (page) => {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const worst = await page.evaluate(() => {
      const light = (color) => {
        const part = /\((.*)\)/.exec(color)[1].split(",").map((v) => {
          const c = parseFloat(v) / 255;
          return c <= .03928 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4);
        });
        return .2126 * part[0] + .7152 * part[1] + .0722 * part[2];
      };
      const ground = (node) => {
        const color = getComputedStyle(node).backgroundColor;
        return color === "rgba(0, 0, 0, 0)" && node.parentElement
          ? ground(node.parentElement) : color;
      };
      return Array.from(document.querySelectorAll(
        "p, .m, h1, h2, .n, .where, b, button, footer")).reduce((low, node) => {
        const a = light(getComputedStyle(node).color), b = light(ground(node));
        return Math.min(low, (Math.max(a, b) + .05) / (Math.min(a, b) + .05));
      }, 21);
    });
    assert.ok(worst >= 4.5, colorScheme + " " + worst); // WCAG 2.1 AA
    await page.screenshot(
      { path: path.join(pictures, `report-${colorScheme}.png`) });
  }
});

test("on paper there are no controls", async (page) => {
  await page.emulateMedia({ media: "print" });
  assert.ok(!await page.locator("#filters").isVisible());
  assert.ok(!await page.locator("#find").isVisible());
  assert.ok(await page.locator("#places li").first().isVisible());
  await page.pdf({ path: path.join(pictures, "report.pdf") });
});

test("on a narrow screen the map stays above the text", async (page) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await page.locator("#texts a.m").nth(30).click();
  const map = await page.locator("#map-box").boundingBox();
  const mark = await page.locator("#texts .chosen").first().boundingBox();
  assert.ok(map.y >= -1 && map.y < 10, "map at " + map.y);
  assert.ok(mark !== null);
  assert.ok(await page.evaluate(() =>
    document.documentElement.scrollWidth <= window.innerWidth));
  await page.screenshot({ path: path.join(pictures, "report-narrow.png") });
});

test("a tap on a narrow screen leaves the text and tells the place",
     async (page) => {
  await page.setViewportSize({ width: 400, height: 800 });
  const mark = page.locator("#texts a.m", { hasText: "Meghri" }).first();
  await mark.evaluate((node) =>
    window.scrollBy(0, node.getBoundingClientRect().top - 600));
  const before = await mark.boundingBox();
  await mark.click();
  await page.waitForTimeout(300);
  const after = await mark.boundingBox();
  const told = await page.locator("#info").boundingBox();
  assert.ok(Math.abs(after.y - before.y) < 2, before.y + " to " + after.y);
  assert.match(await text(page, "#info"), /Meghri/);
  assert.ok(told.y > 200 && told.y + told.height <= after.y,
            "told at " + told.y + ", text at " + after.y);
  // One that would be covered comes out below.
  const high = page.locator("#texts a.m", { hasText: "Baku" }).first();
  await high.evaluate(function (node) {
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    window.scrollBy(0, node.getBoundingClientRect().top - 310);
  });
  await high.click();
  await page.waitForTimeout(300);
  const [cover, mark2] = [await page.locator("#info").boundingBox(),
                          await high.boundingBox()];
  assert.ok(cover.y + cover.height <= mark2.y + 1 && mark2.y < 790,
            "covered to " + (cover.y + cover.height) + ", at " + mark2.y);
});

test("a link leads to a place", async (page) => {
  const place = await placeOf(page, "Meghri");
  await page.goto(page.url() + "#p" + place);
  await page.reload();
  await page.waitForSelector("#places li.chosen");
  assert.strictEqual(await count(page, `#p${place}.chosen`), 1);
});

test("many texts have an index that counts", async (page) => {
  const articles = await count(page, "article");
  assert.ok(articles > 10);
  assert.strictEqual(await count(page, "#index li"), articles);
  await page.locator("#index summary").click();
  await page.locator("#index a").nth(5).click();
  const box = await page.locator("article").nth(5).boundingBox();
  assert.ok(box.y > -5 && box.y < page.viewportSize().height, "" + box.y);
  await page.waitForTimeout(300); // until what came into view is laid out
  await page.screenshot({ path: path.join(pictures, "report-many.png") });
}, { file: "many.html" });

test("hostile text stays text", async (page) => {
  assert.strictEqual(await page.title(), "Places in the texts");
  assert.strictEqual(await count(page, "img, #texts b, #texts script"), 0);
  assert.strictEqual(await text(page, "h2"),
                     "<script>document.title='taken'</script>");
  assert.match(await text(page, ".text"), /^<\/script><img src=x onerror/);
  assert.match(await page.locator(".text").nth(1).innerText(),
               /^<!-- Rome --> &lt;Madrid&gt;$/);
  assert.ok(await count(page, "#texts .m") >= 3);
}, { file: "hostile.html" });

test("a picture stands in for Leaflet", async (page) => {
  assert.strictEqual(await count(page, "#map"), 0);
  const places = await count(page, "#map-box svg [data-place]");
  assert.ok(places > 20);
  const place = await placeOf(page, "Yerevan");
  await page.locator(`#texts a.m[data-p="${place}"]`).first().hover();
  assert.strictEqual(await count(page, "#map-box svg .hover"), 1);
  await page.locator("#map-box svg circle[data-place]").last().click();
  assert.strictEqual(await count(page, "#places li.chosen"), 1);
  for (const box of await page.locator("#filters input[type=checkbox]").all()) {
    await box.uncheck();
  }
  assert.strictEqual(
    await count(page, "#map-box svg [data-place]:not(.off)"), 0);
  await page.screenshot({ path: path.join(pictures, "report-picture.png") });
}, { file: "picture.html" });

test("a map across the antimeridian is one", async (page) => {
  const boxes = await page.evaluate(() =>
    Array.from(document.querySelectorAll("#map path.dot"))
      .map((dot) => dot.getBoundingClientRect().x));
  const map = await page.locator("#map").boundingBox();
  boxes.forEach((x) => assert.ok(x >= map.x && x <= map.x + map.width));
  assert.ok(Math.max(...boxes) - Math.min(...boxes) > 100);
}, { file: "pacific.html" });

// ---- Running them ----------------------------------------------------------

async function run(browser, { name, run: body, options }) {
  const file = (options && options.file) || "one.html";
  const context = await browser.newContext(
    { viewport: { width: 1400, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const faults = [];
  const url = "file://" + path.join(pages, file);
  page.on("console", (line) => faults.push("console: " + line.text()));
  page.on("pageerror", (error) => faults.push("error: " + error.message));
  page.on("dialog", (dialog) => faults.push("dialog: " + dialog.message()));
  page.on("request", function (request) {
    if (!request.url().startsWith(url)) faults.push("asks " + request.url());
  });
  try {
    await page.goto(url);
    await page.waitForSelector("#filters:not([hidden])");
    await body(page);
    assert.deepStrictEqual(faults, []);
    console.log("ok   " + name);
    return true;
  } catch (error) {
    console.log("FAIL " + name + ": " + error.message.slice(0, 600));
    await page.screenshot({ path: path.join(pictures, "failed.png") });
    return false;
  } finally {
    await context.close();
  }
}

(async function () {
  const browser = await chromium.launch(
    { executablePath: executable, args: ["--no-sandbox"] });
  let passed = 0;
  for (const one of tests) passed += await run(browser, one);
  await browser.close();
  console.log(`${passed} passed, ${tests.length - passed} failed`);
  process.exitCode = passed === tests.length ? 0 : 1;
}());
