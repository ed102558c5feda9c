import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { randomProject } from "./random-tables.js";
import { refusals } from "./refusals.js";
import { verdicts } from "./verdicts.js";

const seed = Number(process.env["SLUICE_SEED"] ?? 20261128);
const projects = process.env["SLUICE_LONG"] === "1" ? 50 : 4;
const known = refusals();

it("each refusal that is said to be Spark's is one of a plan that was started on it", () => {
  const { tables } = verdicts();
  const shown = new Set(tables.filter(({ refused }) => refused.length > 0).flatMap(({ by }) => by));
  const unshown = [...known].filter(([code, { whose }]) => whose === "spark" && !shown.has(code));
  expect(unshown.map(([code]) => code)).toEqual([]);
});

it("each refusal for a reason of ours states it, wherever it is shown", () => {
  const shown = readdirSync("test/golden")
    .map((name) => `test/golden/${name}/expected/diagnostics.yaml`)
    .filter((path) => existsSync(path))
    .flatMap((path) => [...readFileSync(path, "utf8").matchAll(/ (?:error|warning) ([a-z-]+\/[a-z-]+): (.*)/g)])
    .map(([, code = "", message = ""]): Message => ({ code, message }));
  const ours = [...known].filter(([, { whose }]) => whose === "ours").map(([code]) => code);
  expect(ours.filter((code) => !shown.some((one) => one.code === code))).toEqual([]);
  expect(shown.filter(isSilent)).toEqual([]);
});

describe.each(Array.from({ length: projects }, (_, at) => seed + at))("SLUICE_SEED=%i", (of) => {
  it("each table that is refused is so by Spark too, or for a reason of our own", () => {
    const { plans, refused } = randomProject(of, 40);
    const codes = refused.flatMap((one) => one.codes);
    const counts = Object.fromEntries(
      [...new Set(codes)].sort().map((code) => [code, codes.filter((one) => one === code).length]),
    );
    console.log(`SLUICE_SEED=${of}: ${plans} plans, ${refused.length} refused`, counts);
    expect(refused.filter((one) => one.codes.some((code) => !known.has(code)))).toEqual([]);
    expect(refused.flatMap(({ messages }) => messages).filter(isSilent)).toEqual([]);
  });
});

interface Message {
  readonly code: string;
  readonly message: string;
}

/** Whether the reason is ours, and not in the message. */
function isSilent({ code, message }: Message): boolean {
  const says = known.get(code)?.says;
  return says !== undefined && !says.some((words) => message.includes(words));
}
