import { compile } from "../compiler/compile.js";
import { framed } from "../compiler/diagnostics/frame.js";
import { diagnosticsJson } from "../compiler/diagnostics/json.js";
import { targets } from "../targets/index.js";
import type { Form } from "../test/fuzz/form.js";
import { forms } from "../test/fuzz/forms.js";
import { memoryHost, type Tree } from "../test/golden.js";

/** Twice the input takes at most so many times as long. */
const MOST = 2.5;
/** Shorter times say more of the engine's mood than of the compiler; what is refused at once never takes as long. */
const LEAST_MS = 40;
const LARGEST = 16;
const ROUNDS = 3;

/** Processor time of compiling these files, and of printing what was found, in milliseconds: what else the machine does is not in it. */
function timed(files: Tree): number {
  const before = process.cpuUsage();
  const { diagnostics } = compile(memoryHost(files), targets);
  framed(diagnostics);
  diagnosticsJson(diagnostics);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const least = (files: Tree): number => Math.min(...Array.from({ length: ROUNDS }, () => timed(files)));

/** The size from which the form takes long enough to be measured. */
function measurable({ files, size }: Form): number {
  let chosen = size;
  while (timed(files(chosen)) < LEAST_MS && chosen < size * LARGEST) chosen *= 2;
  return chosen;
}

const bytesOf = (files: Tree): number => Object.values(files).join("").length;

/** The size at which there is twice the text: of what is nested in lines that is not twice the depth. */
function doubled({ files }: Form, size: number): number {
  const wide = bytesOf(files(size * 2)) / bytesOf(files(size));
  return Math.round(size * 2 ** (1 / Math.max(1, Math.log2(wide))));
}

const [wanted = ""] = process.argv.slice(2);
let missed = 0;
console.log("| Form | Size | ms | Twice as much, ms | Times as long |");
console.log("|---|---|---|---|---|");
for (const form of forms.filter(({ name }) => name.includes(wanted))) {
  const size = measurable(form);
  const [once, twice] = [least(form.files(size)), least(form.files(doubled(form, size)))];
  const isMeasured = once >= LEAST_MS / 4;
  const ratio = twice / once;
  if (isMeasured && ratio > MOST) missed += 1;
  const told = isMeasured ? ratio.toFixed(2) : "-";
  console.log(
    `| ${form.name} | ${size} | ${once.toFixed(0)} | ${twice.toFixed(0)} | ${told}${isMeasured && ratio > MOST ? " **missed**" : ""} |`,
  );
}
console.log(`\n${missed} of ${forms.length} forms take more than ${MOST} times as long for twice the input.`);
process.exitCode = missed === 0 ? 0 : 1;
