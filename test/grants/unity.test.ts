import * as fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { memoryHost } from "../golden.js";
import { carriedOut, type Kind, keyOf, type Right, rightKey, type Thing } from "./unity-catalog.fixture.js";
import {
  type Declared,
  declarations,
  everything,
  expected,
  filesOf,
  foreign,
  found,
  identities,
  isDeclared,
  sample,
  some,
  things,
  untouched,
} from "./unity-declared.fixture.js";

/*
 * No Unity Catalog runs here. The emitted scripts are carried out over a catalog that changes as the vendor says; what everybody
 * should be able to do is worked out here, from what is declared alone.
 */

function scriptOf(declared: Declared): string {
  const { artifacts, diagnostics } = compile(memoryHost(filesOf(declared)), targets);
  const script = artifacts.find(({ path }) => path === "env/prod/grants/lake.sql");
  if (script === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return script.body;
}

/** Whatever is not as it should be after the script, in words. */
function wrongAfter(declared: Declared, script: string, held: readonly Right[]): readonly string[] {
  const { catalog, stopped, told } = carriedOut(script, { things, held });
  const should = expected(declared);
  const wrong = found(declared, catalog).filter(({ isAllowed }, at) => isAllowed !== should[at]?.isAllowed);
  const elsewhere = held.filter((right) => right.who !== foreign && !isDeclared(declared, right));
  const again = carriedOut(script, catalog);
  const sorted = (rights: readonly Right[]) => rights.map(rightKey).sort().join();
  return [
    ...(stopped === undefined ? [] : [stopped]),
    ...wrong.map(({ who, action, on, isAllowed }) => `${who} ${isAllowed ? "may" : "may not"} ${action} ${on}`),
    ...(untouched(declared, held).join() === untouched(declared, catalog.held).join()
      ? []
      : ["others lost or won rights"]),
    ...(told.length === elsewhere.length ? [] : [`${told.length} rights are told, and there are ${elsewhere.length}`]),
    ...(sorted(again.catalog.held) === sorted(catalog.held) ? [] : ["the script run again changes something"]),
  ];
}

it("everybody may do what is declared and nothing else, whatever he could before", () => {
  let count = 0;
  let allowed = 0;
  const property = fc.property(declarations, some, (declared, held) => {
    expect(wrongAfter(declared, scriptOf(declared), held)).toEqual([]);
    const tried = expected(declared);
    count += tried.length;
    allowed += tried.filter(({ isAllowed }) => isAllowed).length;
  });
  fc.assert(property, { numRuns: 60 });
  expect(count).toBeGreaterThan(500);
  expect(allowed).toBeGreaterThan(100);
});

it("what is no longer declared is revoked by the next script", () => {
  const property = fc.property(declarations, declarations, some, (before, after, held) => {
    const { catalog } = carriedOut(scriptOf(before), { things, held });
    expect(wrongAfter(after, scriptOf(after), catalog.held)).toEqual([]);
  });
  fc.assert(property, { numRuns: 30 });
});

it.each(
  things
    .filter((one) => isDeclared(sample, one))
    .flatMap((one) => [
      {
        what: `${keyOf(one)} is not there`,
        of: things.filter((other) => other !== one),
        isNeeded: one.path.length > 1,
      },
      {
        what: `${keyOf(one)} is owned by a principal`,
        of: things.map((other) => (other === one ? { ...other, owner: identities.anna.toUpperCase() } : other)),
        isNeeded: true,
      },
    ])
    .filter(({ isNeeded }) => isNeeded),
)("it ends and changes nothing where $what", ({ of }) => {
  const start = { things: of, held: everything };
  const { catalog, stopped } = carriedOut(scriptOf(sample), start);
  expect(stopped).toMatch(/Nothing was changed\.$/);
  expect(catalog).toBe(start);
});

it("a view is not taken for a table, nor a table for a view", () => {
  const turned = (kind: Kind): readonly Thing[] =>
    things.map((one) =>
      one.kind === kind ? { ...one, kind: kind === "VIEW" ? ("TABLE" as const) : ("VIEW" as const) } : one,
    );
  for (const kind of ["VIEW", "TABLE"] as const)
    expect(carriedOut(scriptOf(sample), { things: turned(kind), held: [] }).stopped).toMatch(/is not there/);
});

/** Each takes one thing out of the script, or puts another in. */
const mutants: readonly (readonly [name: string, from: RegExp, to: string])[] = [
  ["a right is not granted", /GRANT SELECT ON TABLE `shop`\.`sales`\.`orders` TO .*;/, ""],
  ["a right of a view is not granted", /GRANT SELECT ON VIEW .*;/, ""],
  ["the schema is not opened", /GRANT USE SCHEMA ON SCHEMA `shop`\.`sales` TO .*;/, ""],
  ["the catalog is not opened", /GRANT USE CATALOG .*`anna@example\.org`;/, ""],
  ["reading what is changed is not granted", /GRANT READ VOLUME, WRITE VOLUME/, "GRANT WRITE VOLUME"],
  [
    "one more right is granted",
    /GRANT SELECT ON TABLE `shop`\.`sales`\.`orders`/,
    "GRANT SELECT, MODIFY ON TABLE `shop`.`sales`.`orders`",
  ],
  [
    "it is granted on the schema",
    /GRANT SELECT ON TABLE `shop`\.`it's`\.`na``me`/,
    "GRANT SELECT ON SCHEMA `shop`.`it's`",
  ],
  ["all of a table stays", /REVOKE ALL PRIVILEGES ON TABLE `shop`\.`sales`\.`orders` FROM .*;/, ""],
  ["all of a schema stays", /REVOKE ALL PRIVILEGES ON SCHEMA `shop`\.`it's` FROM .*;/, ""],
  ["all of the catalog stays", /REVOKE ALL PRIVILEGES ON CATALOG .*;/, ""],
  ["managing a view stays", /REVOKE MANAGE ON VIEW .*;/, ""],
  ["managing the catalog stays", /REVOKE MANAGE ON CATALOG .*;/, ""],
  ["use from outside stays", /REVOKE MANAGE, EXTERNAL USE SCHEMA/, "REVOKE MANAGE"],
  [
    "somebody else loses",
    /REVOKE ALL PRIVILEGES ON TABLE `shop`\.`sales`\.`orders` FROM `anna@example.org`/,
    "REVOKE ALL PRIVILEGES ON TABLE `shop`.`sales`.`orders` FROM `grp-others`",
  ],
  ["what is held elsewhere is not told", /schema_name NOT IN \(/, "schema_name IN ("],
  ["of somebody nothing is told", /lower\(grantee\) IN \('anna@example\.org', /, "lower(grantee) IN ("],
];

it.each(mutants)("it is seen when %s", (_, from, to) => {
  const script = scriptOf(sample);
  expect(wrongAfter(sample, script, everything)).toEqual([]);
  const changed = script.replace(from, () => to);
  expect(changed).not.toBe(script);
  expect(wrongAfter(sample, changed, everything)).not.toEqual([]);
});
