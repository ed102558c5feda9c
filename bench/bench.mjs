// npm run bench [-- ROUNDS]: what sluice costs as whole processes, against the floor and against Lakehouse Plumber (if LHP or the PATH
// leads to it). README.md says what the cases are and what came out.
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { attempt, root } from "../.ci/setup.mjs";
import { changeLhpUnit, lhpCommand, writeLhpProject } from "./lhp.mjs";
import { measured, median, ratios, spread } from "./measure.mjs";
import { changeUnit, writeProject } from "./project.mjs";
import { rechecked } from "./watch.mjs";

const rounds = Number(process.argv[2] ?? 5);
const node = process.execPath;
const sluice = [node, join(root, "bin", "sluice.js")];
const lhp = lhpCommand();

if (attempt("npm", ["run", "--silent", "build"]) !== 0) process.exit(1);
// Nothing is removed between rounds: ext4 takes five times as long to create files right after so many were removed.
const scratch = mkdtempSync(join(tmpdir(), "sluice-bench-"));
let folders = 0;
const fresh = () => join(scratch, `out-${folders++}`);
try {
  console.log(`${cpus().length} CPUs (${cpus()[0]?.model}), Node ${process.versions.node}, ${rounds} rounds`);
  const thousand = project("thousand", 1000);
  const results = rounded(thousandUnits(thousand));
  report("1,000 units: wall", results, "wall", ["floor", "lhp", "lhpValidate", "lhpChanged"]);
  report("1,000 units: CPU", results, "cpu", ["floor", "lhp"]);
  const started = rounded(starting());
  report("Starting: wall", started, "wall", ["node"]);
  report("1,000 units, watched: wall", await watched(thousand), "wall", ["node"]);
  report("5,000 units and 1,000: CPU", rounded(growing(thousand), 2), "cpu", ["compile1000", "floor1000"]);
} finally {
  rmSync(scratch, { recursive: true });
}

function project(name, units) {
  const folder = join(scratch, name);
  writeProject(folder, units);
  return folder;
}

/** A case is called once a round, so that what one round compares was measured within the same minute. */
function rounded(cases, times = rounds) {
  return Array.from({ length: times }, (_, round) =>
    Object.fromEntries(Object.entries(cases).map(([name, measure]) => [name, measure(round)])),
  );
}

function floor(folder) {
  return measured([node, join(import.meta.dirname, "floor.mjs"), folder, fresh()]);
}

function compiled(folder, out, expected) {
  const cost = measured([...sluice, "compile", "--project", folder, "--out", out]);
  if (!expected.test(cost.output)) throw new Error(`expected ${expected}, not ${cost.output}`);
  return cost;
}

function thousandUnits(folder) {
  let out = "";
  return {
    floor: () => floor(folder),
    compile: () => {
      out = fresh();
      return compiled(folder, out, /: 12004 written, 0 removed, 0 unchanged/);
    },
    unchanged: () => compiled(folder, out, /: 0 written, 0 removed, 12004 unchanged/),
    changed: (round) => {
      changeUnit(folder, round * 7, `Changed in round ${round}.`);
      return compiled(folder, out, /: [1-9] written, 0 removed, \d+ unchanged/);
    },
    validate: () => measured([...sluice, "validate", "--project", folder]),
    ...(lhp === undefined ? {} : lhpCases(lhp)),
  };
}

function lhpCases(command) {
  const folder = join(scratch, "lhp");
  writeLhpProject(folder, 1000);
  const generate = [command, "generate", "--env", "dev", "--no-bundle", "--no-progress"];
  const kept = fresh();
  measured([...generate, "--output", kept], folder); // fills its cache
  return {
    lhp: () => measured([...generate, "--no-cache", "--output", fresh()], folder),
    lhpValidate: () => measured([command, "validate", "--env", "dev", "--no-cache"], folder),
    lhpChanged: (round) => {
      changeLhpUnit(folder, round * 7, `Changed in round ${round}.`);
      return measured([...generate, "--output", kept], folder);
    },
  };
}

function starting() {
  const one = project("one", 1);
  return {
    node: () => measured([node, "-e", "0"]),
    version: () => measured([...sluice, "--version"]),
    validateOne: () => measured([...sluice, "validate", "--project", one]),
  };
}

/** An edit of one of the 1,000 units, until the process that watches them has checked it. */
async function watched(folder) {
  const found = [];
  for (let round = 0; round < rounds; round += 1) {
    const edit = (number) => changeUnit(folder, number * 11, `Watched in round ${round}.`);
    const wall = await rechecked([...sluice, "validate", "--watch", "--project", folder], edit);
    found.push({ node: measured([node, "-e", "0"]), recheck: { wall, rss: 0 } });
  }
  return found;
}

function growing(thousand) {
  const fiveThousand = project("five-thousand", 5000);
  const compileTo = (folder) => compiled(folder, fresh(), /written/);
  return {
    compile1000: () => compileTo(thousand),
    compile5000: () => compileTo(fiveThousand),
    floor1000: () => floor(thousand),
    floor5000: () => floor(fiveThousand),
  };
}

/** One line a case: its cost, and how much dearer it is than each of the others it is held against. */
function report(title, results, unit, others) {
  const [first] = results;
  const against = others.filter((name) => name in first);
  console.log(`\n${title}\n${["case", "seconds", "peak MB", ...against.map((name) => `/ ${name}`)].join(" | ")}`);
  for (const name of Object.keys(first)) {
    const seconds = median(results.map((result) => result[name][unit])).toFixed(2);
    const megabytes = Math.max(...results.map((result) => result[name].rss)).toFixed(0);
    console.log(
      [name, seconds, megabytes, ...against.map((other) => shown(ratios(results, name, other, unit)))].join(" | "),
    );
  }
  const restless = spread(results, against[0], unit);
  if (restless > 1.5)
    console.log(`The machine was busy: ${against[0]} took up to ${restless.toFixed(1)} times as long as at best.`);
  if (lhp === undefined && others.includes("lhp"))
    console.log("Lakehouse Plumber is not installed; when both were measured, the floor took 0.14 of 'lhp generate'.");
}

function shown({ median, least, most }) {
  return `${median.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)})`;
}
