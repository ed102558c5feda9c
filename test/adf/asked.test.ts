import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isExpression } from "../../local/adf/expression/parse.js";
import { compiledCases, compiledProjects, isObjectOfService } from "../compiled.js";
import { at, type Json, within } from "./factory.js";
import { asAsked, questionsFor } from "./questions.js";

const list = "test/adf/projects.jsonl";
const mend = "Run 'npm run expressions' beside Microsoft's expression engine, and commit test/adf/projects.jsonl.";

/** Where each text stands that the services evaluate, in all that is made of the projects to copy and of the golden cases. */
const emitted: ReadonlyMap<string, string> = new Map(
  [...compiledProjects(), ...compiledCases()].flatMap(({ name, artifacts }) =>
    artifacts
      .filter(isObjectOfService)
      .filter(({ kind }) => ["pipeline", "trigger", "linkedService", "dataset"].includes(kind))
      .flatMap(({ path, body }) =>
        textsOf(JSON.parse(body)).map((text) => [asAsked(text), `${name}/${path}`] as const),
      ),
  ),
);

if (process.env["UPDATE_EXPRESSIONS"]) writeFileSync(list, questions());
const lines = existsSync(list) ? readFileSync(list, "utf8").trimEnd().split("\n") : [];

it("makes no expression that Microsoft's engine was not asked, and asks it none that is not made", () => {
  const asked = new Set(lines.map((line) => String(at(JSON.parse(line), "request", "e"))));
  const missing = [...emitted].filter(([text]) => !asked.has(text)).map(([text, place]) => `${place}: ${text}`);
  expect(missing, `never asked. ${mend}`).toEqual([]);
  expect(
    [...asked].filter((text) => !emitted.has(text)),
    `no longer made. ${mend}`,
  ).toEqual([]);
  expect(emitted.size).toBeGreaterThan(250);
});

it("has an answer to each question, and to each expression one that is a value", () => {
  const answers = lines.map((line) => JSON.parse(line));
  expect(
    answers.filter((one) => at(one, "answer") === null).map((one) => at(one, "request", "e")),
    `not answered. ${mend}`,
  ).toEqual([]);
  const valued = new Set(
    answers.filter((one) => at(one, "answer", "ok") !== undefined).map((one) => at(one, "request", "e")),
  );
  expect(
    [...emitted.keys()].filter((text) => !valued.has(text)),
    "errors only: give what it asks for an input in test/adf/inputs.ts",
  ).toEqual([]);
});

it("asks with several inputs whatever asks for any", () => {
  const asked = lines.map((line) => String(at(JSON.parse(line), "request", "e")));
  expect([...emitted.keys()].filter((text) => asked.filter((one) => one === text).length < 2)).toEqual([]);
});

/** What a dataset hands on as it was given (`@dataset().table`) is not evaluated: that it is no more than that is seen here. */
function textsOf(json: Json): readonly string[] {
  const texts = [...within(json)].filter((value) => typeof value === "string");
  return texts.filter((text) => isExpression(text) && !/^@(dataset|linkedService)\(\)\.\w+$/.test(text));
}

/** The questions that are to be asked, with the answers that there are. */
function questions(): string {
  const before = existsSync(list) ? readFileSync(list, "utf8").trimEnd().split("\n") : [];
  const known = new Map(before.map((line) => [line.slice(0, line.lastIndexOf(',"answer":')), line]));
  const asked = [...emitted.keys()].sort().flatMap(questionsFor);
  const all = asked.map((one) => `{"request":${JSON.stringify(one)}`);
  return `${all.map((start) => known.get(start) ?? `${start},"answer":null}`).join("\n")}\n`;
}
