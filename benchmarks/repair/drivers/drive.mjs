// Run one JavaScript tool over lines of JSON: drive.mjs CALL IN OUT FIGURES MODULES.
// A line in is a text as a JSON string, a line out what the tool makes of it, or null.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [call, source, target, figures, modules] = process.argv.slice(2);
const require = createRequire(modules + "/");

const CALLS = {
  virastar: () => {
    const Virastar = require("virastar");
    const virastar = new Virastar();
    return (text) => virastar.cleanup(text);
  },
  ptools_half_space: () => require("@persian-tools/persian-tools").halfSpace,
  ptools_normalise: () => require("@persian-tools/persian-tools").normalizeText,
};

const json = (path) => JSON.parse(readFileSync(`${modules}/${path}`, "utf8"));
const versions = Object.fromEntries(
  Object.keys(json("package.json").dependencies).map((name) => [
    name,
    json(`node_modules/${name}/package.json`).version,
  ]),
);

// The peak of this process, without that of the one that started it.
const peakKib = () =>
  existsSync("/proc/self/status")
    ? Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))[1])
    : process.resourceUsage().maxRSS;

const began = performance.now();
const repair = CALLS[call]();
repair("سلام.");
const setup = (performance.now() - began) / 1000;
const texts = readFileSync(source, "utf8").split("\n").filter(Boolean).map((l) => JSON.parse(l));
const before = process.cpuUsage();
const results = texts.map((text) => {
  try {
    return repair(text);
  } catch {
    return null; // whatever a tool throws on one text is that text's failure
  }
});
const spent = process.cpuUsage(before);
writeFileSync(target, results.map((result) => JSON.stringify(result) + "\n").join(""));
writeFileSync(
  figures,
  JSON.stringify({
    runtime: `Node ${process.versions.node}`,
    versions,
    setup_s: setup,
    cpu_s: (spent.user + spent.system) / 1e6,
    peak_mib: peakKib() / 1024,
  }),
);
