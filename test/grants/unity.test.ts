import * as fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { memoryHost } from "../golden.js";
import {
  type Action,
  applicable,
  type Catalog,
  carriedOut,
  type Kind,
  keyOf,
  may,
  type Right,
  rightKey,
  type Thing,
} from "./unity-catalog.fixture.js";

/*
 * No Unity Catalog runs here. The emitted scripts are carried out over a catalog that changes as the vendor says; what everybody
 * should be able to do is worked out here, from what is declared alone.
 */

type Type = "table" | "view" | "volume";

/** What somebody is granted on an object: nothing, to read it, to change it too, or to change what he reads by the schema. */
type Grant = "none" | "read" | "change" | "change only";

interface Declared {
  readonly objects: Readonly<Record<string, Type>>;
  /** By principal, then by object. */
  readonly grants: Readonly<Record<string, Readonly<Record<string, Grant>>>>;
}

const identities = {
  team: "Team `A` \\ O'Neill",
  loader: "bbbbbbbb-0000-0000-0000-000000000002",
  anna: "anna@example.org",
};
const principals = Object.keys(identities) as readonly (keyof typeof identities)[];
const foreign = "grp-others";

const privileges: Readonly<Record<Grant, readonly string[]>> = {
  none: [],
  read: ["select"],
  change: ["select", "insert", "update", "delete"],
  "change only": ["delete", "update", "insert"],
};

function scriptOf({ objects, grants }: Declared): string {
  const project = {
    ...{ version: 1, project: "shop" },
    connections: {
      lake: {
        ...{ kind: "unity-catalog", workspace: "adb-1.1.azuredatabricks.net", catalog: "shop" },
        objects: Object.fromEntries(Object.entries(objects).map(([name, type]) => [name, { type }])),
      },
    },
    principals: {
      team: { entra: { group: identities.team } },
      loader: { entra: { service_principal: "app-loader", application_id: identities.loader.toUpperCase() } },
      anna: { entra: { user: identities.anna } },
    },
    environments: { prod: {} },
  };
  const written = Object.entries(grants).flatMap(([principal, all]) => {
    const some = Object.entries(all).filter(([, grant]) => grant !== "none");
    const named = some.map(([object, grant]) => [`connections.lake.${object}`, privileges[grant]]);
    return some.length === 0 ? [] : [[principal, Object.fromEntries(named)]];
  });
  const pipeline = written.length === 0 ? {} : { grants: Object.fromEntries(written) };
  const host = memoryHost({
    "sluice.yaml": JSON.stringify(project),
    "pipelines/access.yaml": JSON.stringify({ pipeline: "access", ...pipeline }),
  });
  const { artifacts, diagnostics } = compile(host, targets);
  const script = artifacts.find(({ path }) => path === "env/prod/grants/lake.sql");
  if (script === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return script.body;
}

const kinds = { table: "TABLE", view: "VIEW", volume: "VOLUME" } as const satisfies Record<Type, Kind>;
const schemas = ["sales", "it's"] as const;

/** All that rights may be declared on. */
const choices: Readonly<Record<string, Type>> = {
  "sales.orders": "table",
  "sales.days": "view",
  "sales.*": "table",
  "sales.files": "volume",
  "it's.na`me": "table",
  "it's.*": "volume",
};

const thing = (kind: Kind, ...path: readonly string[]): Thing => ({ kind, path: ["shop", ...path], owner: "admins" });

/** What the catalog holds: what may be declared, and what never is. */
const things: readonly Thing[] = [
  thing("CATALOG"),
  ...[...schemas, "other"].flatMap((schema) => [thing("SCHEMA", schema), thing("TABLE", schema, "unnamed")]),
  ...Object.entries(choices).flatMap(([name, type]) => {
    const [schema = "", object = ""] = name.split(".");
    return object === "*" ? [] : [thing(kinds[type], schema, object)];
  }),
];

/** Made after the script ran. */
const later = schemas.flatMap((schema) => [thing("TABLE", schema, "later"), thing("VOLUME", schema, "later")]);

const isDeclared = ({ objects }: Declared, { kind, path: [, schema, name] }: Omit<Thing, "owner">): boolean => {
  const names = Object.entries(objects);
  if (schema === undefined) return true;
  if (name === undefined) return names.some(([one]) => one.startsWith(`${schema}.`));
  return names.some(([one, type]) => one === `${schema}.${name}` && kinds[type] === kind);
};

/** What the declaration lets do, worked out without the compiler. */
function isLet({ objects, grants }: Declared, principal: string, action: Action, { kind, path }: Thing): boolean {
  const [, schema, name] = path;
  const own = (object: string, type: Type | undefined): Grant =>
    type !== undefined && objects[object] === type ? (grants[principal]?.[object] ?? "none") : "none";
  const type = kind === "VOLUME" ? "volume" : kind === "VIEW" ? "view" : "table";
  const both = [own(`${schema}.${name}`, type), own(`${schema}.*`, type === "view" ? "table" : type)];
  const reads = both.some((one) => one === "read" || one === "change");
  if (action === "read") return reads;
  return (
    action === "change" && kind !== "VIEW" && reads && both.some((one) => one === "change" || one === "change only")
  );
}

const actions: readonly Action[] = ["read", "change", "manage", "create", "use from outside"];

interface Attempt {
  readonly who: string;
  readonly action: Action;
  readonly on: string;
  readonly isAllowed: boolean;
}

/** Everybody tries everything on what is declared, and on what was made since in schemas that are. */
function attempts(
  declared: Declared,
  isAllowed: (principal: keyof typeof identities, action: Action, on: Thing) => boolean,
) {
  const tried = [...things.filter((one) => one.path.length === 3 && isDeclared(declared, one)), ...later].filter(
    (one) => isDeclared(declared, { kind: "SCHEMA", path: one.path.slice(0, 2) }),
  );
  return principals.flatMap((who) =>
    tried.flatMap((on) =>
      actions.map((action): Attempt => ({ who, action, on: keyOf(on), isAllowed: isAllowed(who, action, on) })),
    ),
  );
}

const expected = (declared: Declared) => attempts(declared, (who, action, on) => isLet(declared, who, action, on));

const found = (declared: Declared, catalog: Catalog) => {
  const grown = { ...catalog, things: [...catalog.things, ...later] };
  return attempts(declared, (who, action, on) => may(grown, identities[who], action, on));
};

/** What is nobody's business here: of others, and on what is not declared. */
const untouched = (declared: Declared, held: readonly Right[]) =>
  held
    .filter((right) => right.who === foreign || !isDeclared(declared, right))
    .map(rightKey)
    .sort();

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

const everything: readonly Right[] = [...Object.values(identities), foreign].flatMap((who) =>
  things.flatMap(({ kind, path }) => applicable[kind].map((privilege) => ({ who, kind, path, privilege }))),
);

const declarations = fc
  .record({
    names: fc.subarray(Object.keys(choices), { minLength: 1 }),
    grants: fc.record(
      Object.fromEntries(
        principals.map((who) => [
          who,
          fc.record(
            Object.fromEntries(
              Object.entries(choices).map(([name, type]) => [
                name,
                fc.constantFrom<Grant>(
                  ...(type === "view"
                    ? (["none", "read"] as const)
                    : (["none", "read", "change", "change only"] as const)),
                ),
              ]),
            ),
          ),
        ]),
      ),
    ),
  })
  .map(({ names, grants }): Declared => {
    const objects = Object.fromEntries(Object.entries(choices).filter(([name]) => names.includes(name)));
    return {
      objects,
      grants: Object.fromEntries(
        Object.entries(grants).map(([who, all]) => [
          who,
          Object.fromEntries(
            Object.entries(all).flatMap(([name, grant]): readonly [string, Grant][] => {
              if (!names.includes(name)) return [];
              const ofSchema = `${name.split(".")[0]}.*`;
              const reads =
                name !== ofSchema && choices[ofSchema] === choices[name] && names.includes(ofSchema)
                  ? ["read", "change"].includes(all[ofSchema] ?? "")
                  : false;
              return [[name, grant === "change only" && !reads ? "change" : grant]];
            }),
          ),
        ]),
      ),
    };
  });

const some = fc.subarray([...everything]);

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

const sample: Declared = {
  objects: choices,
  grants: {
    team: { "sales.orders": "read", "sales.days": "read", "it's.*": "change" },
    loader: { "sales.*": "read", "sales.orders": "change only", "sales.files": "change" },
    anna: { "it's.na`me": "read" },
  },
};

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
