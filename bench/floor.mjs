// The floor that sluice is held against: the least that a compiler in Node can do with the same project. It reads, parses
// (js-yaml, no positions), validates (the schema's own compiled validator), parses every expression into a tree, and writes twelve
// artifacts of 1.2 kB a unit into a fresh folder. It resolves, types and checks nothing, and keeps no record of what it wrote.
// usage: node floor.mjs PROJECT OUT
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadAll } from "js-yaml";
import { validatePipeline } from "../dist/compiler/spec/validators.generated.js";
import { parse } from "./floor-parser.mjs";

const [project = "", out = ""] = process.argv.slice(2);
const pipelines = join(project, "pipelines");
for (const file of readdirSync(pipelines)) {
  for (const unit of loadAll(readFileSync(join(pipelines, file), "utf8"))) {
    if (!validatePipeline(unit)) throw new Error(`${file}: ${validatePipeline.errors[0].message}`);
    write(unit, expressionsOf(unit).map(parse));
  }
}

function expressionsOf({ silver, gold }) {
  return Object.values({ ...silver, ...gold }).flatMap(({ columns = {}, expect = {}, aggregates = {} }) => [
    ...Object.values(columns),
    ...Object.values(expect).map(({ that }) => that),
    ...Object.values(aggregates),
  ]);
}

function write(unit, trees) {
  const folder = join(out, unit.pipeline);
  mkdirSync(folder, { recursive: true });
  const text = trees.map((tree) => JSON.stringify(tree)).join("\n");
  for (let number = 0; number < 12; number += 1) {
    const body = `# ${number} of ${unit.pipeline}: ${unit.description}\n${text}`.slice(0, 1199).padEnd(1199, "#");
    writeFileSync(join(folder, `artifact_${number}.py`), `${body}\n`);
  }
}
