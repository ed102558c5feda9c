// Asks Microsoft's engine for the value of each expression of the list again.
// usage: node .ci/expressions.mjs ENGINE [--write]   (ENGINE: a command that takes JSON lines {e, p, v, i, a} and gives {ok} or {error})
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup.mjs";

const [engine, option] = process.argv.slice(2);
const lists = ["expressions.jsonl", "refused.jsonl"].map((name) => join(root, "test", "adf", name));
let wrong = 0;
for (const list of lists) {
  // Text against text: numbers of JavaScript would lose what is a float and what an integer.
  const lines = readFileSync(list, "utf8").trimEnd().split("\n");
  const requests = lines.map((line) => line.slice('{"request":'.length, placeOfAnswer(line)));
  const { stdout, status } = spawnSync(engine, { input: requests.join("\n"), encoding: "utf8", maxBuffer: 1 << 28 });
  const answers = stdout.trimEnd().split("\n").map(shortened);
  if (status !== 0 || answers.length !== requests.length) throw new Error(`${engine} did not answer each request`);
  if (option === "--write") {
    const now = lines.map((line, index) => withAnswer(line, answers[index]));
    writeFileSync(list, `${now.join("\n")}\n`);
  } else {
    const changed = lines.filter((line, index) => withAnswer(line, answers[index]) !== line);
    for (const line of changed) console.log(`the engine answers otherwise now: ${line}`);
    wrong += changed.length;
    console.log(`${lines.length - changed.length} of ${lines.length} answers of ${list} are the engine's`);
  }
}
process.exitCode = wrong === 0 ? 0 : 1;

/** What was asked of an engine that knows a culture is not asked again: this one knows none. */
function withAnswer(line, answer) {
  const { culture } = JSON.parse(line);
  return culture === undefined ? `${line.slice(0, placeOfAnswer(line))},"answer":${answer}}` : line;
}

function placeOfAnswer(line) {
  return line.lastIndexOf(',"answer":');
}

/** A message up to where it says what to read. */
function shortened(answer) {
  const { error } = JSON.parse(answer);
  return error === undefined ? answer : JSON.stringify({ error: error.replace(/ Please see .*/, "").slice(0, 160) });
}
