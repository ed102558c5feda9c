import * as fc from "fast-check";
import type { Tree } from "../golden.js";
import {
  type Action,
  applicable,
  type Catalog,
  type Kind,
  keyOf,
  may,
  type Right,
  rightKey,
  type Thing,
} from "./unity-catalog.fixture.js";

/* What is declared of a catalog, and what everybody should be able to do in it, worked out from what is declared alone. */

type Type = "table" | "view" | "volume";

/** What somebody is granted on an object: nothing, to read it, to change it too, or to change what he reads by the schema. */
type Grant = "none" | "read" | "change" | "change only";

export interface Declared {
  readonly objects: Readonly<Record<string, Type>>;
  /** By principal, then by object. */
  readonly grants: Readonly<Record<string, Readonly<Record<string, Grant>>>>;
}

export const identities = {
  team: "Team `A` \\ O'Neill",
  loader: "bbbbbbbb-0000-0000-0000-000000000002",
  anna: "anna@example.org",
};
export const principals = Object.keys(identities) as readonly (keyof typeof identities)[];
export const foreign = "grp-others";

const privileges: Readonly<Record<Grant, readonly string[]>> = {
  none: [],
  read: ["select"],
  change: ["select", "insert", "update", "delete"],
  "change only": ["delete", "update", "insert"],
};

/** A project that declares it; `more` is written in `sluice.yaml` too. */
export function filesOf({ objects, grants }: Declared, more: Readonly<Record<string, object>> = {}): Tree {
  const project = {
    ...{ version: 1, project: "shop", ...more },
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
  return {
    "sluice.yaml": JSON.stringify(project),
    "pipelines/access.yaml": JSON.stringify({ pipeline: "access", ...pipeline }),
  };
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
export const things: readonly Thing[] = [
  thing("CATALOG"),
  ...[...schemas, "other"].flatMap((schema) => [thing("SCHEMA", schema), thing("TABLE", schema, "unnamed")]),
  ...Object.entries(choices).flatMap(([name, type]) => {
    const [schema = "", object = ""] = name.split(".");
    return object === "*" ? [] : [thing(kinds[type], schema, object)];
  }),
];

/** Made after the script ran. */
export const later = schemas.flatMap((schema) => [thing("TABLE", schema, "later"), thing("VOLUME", schema, "later")]);

export const isDeclared = ({ objects }: Declared, { kind, path: [, schema, name] }: Omit<Thing, "owner">): boolean => {
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

export const expected = (declared: Declared) =>
  attempts(declared, (who, action, on) => isLet(declared, who, action, on));

export const found = (declared: Declared, catalog: Catalog) => {
  const grown = { ...catalog, things: [...catalog.things, ...later] };
  return attempts(declared, (who, action, on) => may(grown, identities[who], action, on));
};

/** What is nobody's business here: of others, and on what is not declared. */
export const untouched = (declared: Declared, held: readonly Right[]) =>
  held
    .filter((right) => right.who === foreign || !isDeclared(declared, right))
    .map(rightKey)
    .sort();

export const everything: readonly Right[] = [...Object.values(identities), foreign].flatMap((who) =>
  things.flatMap(({ kind, path }) => applicable[kind].map((privilege) => ({ who, kind, path, privilege }))),
);

export const declarations = fc
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

export const some = fc.subarray([...everything]);

export const sample: Declared = {
  objects: choices,
  grants: {
    team: { "sales.orders": "read", "sales.days": "read", "it's.*": "change" },
    loader: { "sales.*": "read", "sales.orders": "change only", "sales.files": "change" },
    anna: { "it's.na`me": "read" },
  },
};
