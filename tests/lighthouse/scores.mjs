// Judges the addresses that come in, one a line, in the browser that listens on the port named, and prints JSON:
// {"version", "pages": [{"address", "scores": {"accessibility": 100, …}, "lost": ["accessibility/image-alt: …"]}]}.
import { readFileSync } from "node:fs";
import lighthouse, { desktopConfig } from "lighthouse";

const port = Number(process.argv[2]);
const version = JSON.parse(readFileSync(new URL("node_modules/lighthouse/package.json", import.meta.url))).version;
const skipAudits = ["is-crawlable"]; // the site is internal and says so to search engines
const flags = { port, output: "json", logLevel: "error", skipAudits, disableStorageReset: true };
const pages = [];
for (const address of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const { lhr } = await lighthouse(address, flags, process.argv[3] === "desktop" ? desktopConfig : undefined);
  const scores = {}, lost = [];
  for (const { id, score, auditRefs } of Object.values(lhr.categories)) {
    scores[id] = Math.round(score * 100);
    for (const { id: audit, weight } of auditRefs) {
      const { score: each, title } = lhr.audits[audit];
      if (weight && each !== null && each < 1 && id !== "performance") lost.push(`${id}/${audit}: ${title}`);
    }
  }
  pages.push({ address, scores, lost });
}
process.stdout.write(JSON.stringify({ version, pages }));
