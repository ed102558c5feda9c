// Asks Microsoft's expression engine again for each answer that the tests rely on.
// usage: node .ci/expressions.mjs [ENGINE] [--write]   (ENGINE: a command that takes JSON lines {e, p, v, i, a} and gives {ok} or {error})
// Without ENGINE it is set up where the way to do that lies beside the checkout. Exit code 3: there was no engine to ask.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./setup.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean", default: false } },
});
const [engine = await setUpEngine()] = positionals;
if (engine === undefined) process.exit(3);
for (const name of ["expressions.jsonl", "refused.jsonl", "emitted.jsonl", "projects.jsonl"])
  compare(join(root, "test", "adf", name));

function compare(list) {
  const lines = readFileSync(list, "utf8").trimEnd().split("\n");
  // An engine that knows a culture was asked for those: this one knows none.
  const asked = lines.filter((line) => JSON.parse(line).culture === undefined);
  const answers = ask(asked.map(requestIn));
  const now = new Map(asked.map((line, index) => [line, withAnswer(line, answers[index])]));
  const changed = asked.filter((line) => now.get(line) !== line);
  if (values.write) writeFileSync(list, `${lines.map((line) => now.get(line) ?? line).join("\n")}\n`);
  else if (changed.length > 0) process.exitCode = 1;
  for (const line of changed) console.log(`was ${line}\nnow ${now.get(line)}`);
  console.log(
    `Microsoft's expression engine gives ${asked.length - changed.length} of ${asked.length} answers of ${list}`,
  );
}

function ask(requests) {
  const { stdout, status } = spawnSync(engine, { input: requests.join("\n"), encoding: "utf8", maxBuffer: 1 << 28 });
  const answers = (stdout ?? "").trimEnd().split("\n");
  if (status !== 0 || answers.length !== requests.length) throw new Error(`${engine} did not answer each request`);
  return answers.map(shortened);
}

/** Text stays text: numbers of JavaScript would lose which are floats, and digits. */
function requestIn(line) {
  return line.slice('{"request":'.length, line.lastIndexOf(',"answer":'));
}

function withAnswer(line, answer) {
  const documented = line.lastIndexOf(',"documented":');
  const rest = documented === -1 ? "}" : line.slice(documented);
  return `{"request":${requestIn(line)},"answer":${answer}${rest}`;
}

/** A message up to where it says what to read. */
function shortened(answer) {
  const { error } = JSON.parse(answer);
  return error === undefined ? answer : JSON.stringify({ error: error.replace(/ Please see .*/, "").slice(0, 160) });
}

async function setUpEngine() {
  const script = join(root, "..", "shared", "checks", "adf-expression", "setup.sh");
  if (!existsSync(script)) return undefined;
  const { cacheRoot } = await import("../dist/local/engines/cache.js");
  const folder = join(cacheRoot(), "adf-expression");
  const command = join(folder, "evaluate");
  // One that was set up for another checkout may lead to what is no longer there.
  const { status } = answers(command) ? { status: 0 } : spawnSync("bash", [script, folder], { stdio: "ignore" });
  if (status !== 0) console.log("Microsoft's expression engine cannot be set up here: it is not asked");
  return status === 0 ? command : undefined;
}

function answers(command) {
  const { stdout, status } = spawnSync(command, { input: '{"e":"@add(1, 1)"}', encoding: "utf8" });
  return status === 0 && stdout.includes("2");
}
