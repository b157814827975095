// Measures the main public pages with Lighthouse's default: a throttled mid-range phone, simulated. By hand, against a running
// site; docs/performance.md says how. Prints the median of every category, and what keeps a category from 100.
//   NODE_TLS_REJECT_UNAUTHORIZED=0 node measure.mjs https://localhost:5443 [runs]
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [site = "https://localhost:5443", runs = "5"] = process.argv.slice(2);
const categories = ["performance", "accessibility", "best-practices", "seo"];

/** The first address of the kind that a page of the site links to. */
async function linked(from, pattern) {
  const answer = await fetch(site + from);
  if (!answer.ok) throw new Error(`${from} answered ${answer.status}`);
  const found = (await answer.text()).match(pattern);
  if (!found) throw new Error(`${from} links to nothing like ${pattern}`);
  return found[1];
}

/** The longest page of all those of the kind that a page of the site links to. */
async function longest(from, pattern) {
  const found = [...new Set([...(await (await fetch(site + from)).text()).matchAll(pattern)].map((m) => m[1]))];
  const lengths = await Promise.all(found.map(async (path) => (await (await fetch(site + path)).text()).length));
  return found[lengths.indexOf(Math.max(...lengths))];
}

const pages = {
  首页: "/",
  领域目录: await linked("/catalogue", /href="(\/catalogue\/[a-z-]+)"/),
  最长的领域目录: await longest("/catalogue", /href="(\/catalogue\/[a-z-]+)"/g),
  公开信息: await linked("/disclosures?genre=Normative", /href="(\/disclosures\/[a-z0-9]+-\d{4}-\d{5})"/),
  检索: "/search",
  检索结果: "/search?q=" + encodeURIComponent("低保"),
  写留言: "/letters/write",
};

/** One visit. On a busy machine the browser now and then records nothing; such a visit is made again, any other failure ends the measuring. */
async function visit(path, again = 3) {
  const { lhr } = await lighthouse(site + path, { port: chrome.port, output: "json", logLevel: "error", onlyCategories: categories });
  if (lhr.runtimeError?.code === "NO_NAVSTART" && again > 0) return visit(path, again - 1);
  if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
  return lhr;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const chrome = await launch({ chromePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--ignore-certificate-errors"] });
const below = new Map();
let missed = false;
try {
  // The first visit of a process pays for what all later ones have compiled.
  for (const path of Object.values(pages)) await (await fetch(site + path)).text();
  console.log(["页面", ...categories, "FCP ms", "LCP ms", "SI ms", "TBT ms", "CLS", "KB"].join("\t"));
  for (const [name, path] of Object.entries(pages)) {
    const results = [];
    for (let run = 0; run < Number(runs); run++) results.push(await visit(path));
    const score = (id) => Math.round(100 * median(results.map((r) => r.categories[id].score)));
    const value = (id) => median(results.map((r) => r.audits[id].numericValue));
    const scores = categories.map(score);
    missed ||= scores.some((s) => s < 100);
    console.log([
      `${name} ${path}`, ...scores, ...["first-contentful-paint", "largest-contentful-paint", "speed-index", "total-blocking-time"].map((id) => Math.round(value(id))),
      value("cumulative-layout-shift").toFixed(3), Math.round(value("total-byte-weight") / 1024),
    ].join("\t"));
    for (const category of categories)
      for (const ref of results[0].categories[category].auditRefs) {
        const audit = results[0].audits[ref.id];
        if (ref.weight > 0 && audit.score !== null && audit.score < 1) below.set(`${name} ${category} ${ref.id}`, `${audit.score} ${audit.displayValue ?? ""} ${JSON.stringify(audit.details?.items?.slice(0, 3) ?? []).slice(0, 600)}`);
      }
  }
} finally {
  chrome.kill();
}

for (const [what, why] of below) console.log(`below 1: ${what}: ${why}`);
process.exitCode = missed ? 2 : 0;
