import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureSqlfluff } from "../../../local/engines/packages.js";
import { compiledCases } from "../../compiled.js";

/** Each script of rights in Unity Catalog that is made of the goldens. */
const scripts = compiledCases()
  .flatMap(({ artifacts }) => artifacts)
  .filter(({ owner, path, body }) => owner === "grants" && /^env\/.*\.sql$/.test(path) && /^BEGIN$/m.test(body))
  .map(({ body }) => body);

/** What sqlfluff does not read: rights that it has no word for. */
const unread = [
  {
    shape: /^ {2}REVOKE MANAGE(?:, EXTERNAL USE SCHEMA)? ON (?:CATALOG|SCHEMA|TABLE|VIEW|VOLUME) \S+ FROM `.*`;$/gm,
    grammar: "https://learn.microsoft.com/azure/databricks/sql/language-manual/security-revoke#syntax",
  },
];
const gaps = unread.map(({ shape }) => [...new Set(scripts.flatMap((text) => text.match(shape) ?? []))]);
const read = scripts.map((text) => unread.reduce((rest, { shape }) => rest.replace(shape, ""), text));

/** With a right that it knows, the shape is read. */
const known = gaps
  .flat()
  .map((text) => text.replace(/REVOKE MANAGE(?:, EXTERNAL USE SCHEMA)?/, "REVOKE SELECT").trim());

/** Each is wrong in one way; what reads everything would prove nothing. */
const broken = [
  "BEGIN\n  GRANT SELECT ON TABLE `a`.`b` `c`;\nEND;",
  "BEGIN\n  GRANT SELECT ON TABLE `a`.`b` TO;\nEND;",
  "BEGIN\n  GRANT SELECT MODIFY ON TABLE `a`.`b` TO `c`;\nEND;",
  "BEGIN\n  GRANT SELECT ON THING `a`.`b` TO `c`;\nEND;",
  "BEGIN\n  REVOKE ALL PRIVILEGES ON TABLE `a`.`b` `c`;\nEND;",
  "BEGIN\n  IF EXISTS (SELECT 1 FROM `a`.b WHERE c = 'd') SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'e';\n  END IF;\nEND;",
  "BEGIN\n  IF EXISTS (SELECT 1 FROM `a`.b WHERE c = 'd' THEN\n    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'e';\n  END IF;\nEND;",
  "BEGIN\n  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT 'e';\nEND;",
  "BEGIN\n  SELECT a FROM b WHERE c NOT IN 'd';\nEND;",
  "BEGIN\n  SELECT a FROM b",
];

let findings: readonly (readonly string[])[] = [];

beforeAll(async () => {
  const engine = await ensureSqlfluff(await ensureSpark(console.log), console.log);
  const script = fileURLToPath(new URL("../warehouse/findings.py", import.meta.url));
  const input = JSON.stringify([...read, ...known, ...gaps.flat(), ...broken]);
  const env = { ...process.env, ...engine.env };
  findings = JSON.parse(execFileSync(engine.python, [script, "databricks"], { input, env, encoding: "utf8" }));
});

it("sqlfluff reads every script, but for rights that it is known to have no word for", () => {
  expect(scripts.length).toBeGreaterThanOrEqual(2);
  expect([...read, ...known].filter((_, at) => findings[at]?.length !== 0)).toEqual([]);
  const ofGaps = findings.slice(read.length + known.length, -broken.length);
  expect(gaps.flat().filter((_, at) => ofGaps[at]?.length === 0)).toEqual([]);
  expect(unread.filter((_, at) => gaps[at]?.length === 0)).toEqual([]);
});

it("sqlfluff refuses scripts that are broken", () => {
  expect(broken.filter((_, at) => findings.slice(-broken.length)[at]?.length === 0)).toEqual([]);
});
