import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { UnityAccessIr, UnityGrantIr, UnityObjectIr, UnityPrincipalIr } from "../../compiler/ir/unity-access.js";
import type { Keyword } from "./databricks-sql.js";
import { isUnityRight, unityNeeds } from "./privileges.js";

/** A principal by what Unity Catalog knows it by in one environment. */
export interface Holder {
  readonly principal: UnityPrincipalIr;
  readonly identity: string;
}

/** All principals of one environment. */
export const holdersIn = ({ principals }: UnityAccessIr, environment: EnvironmentIr): readonly Holder[] =>
  principals.map((one) => ({ principal: one, identity: identityIn(one, environment) }));

/** What Unity Catalog knows it by. https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-principal */
const identityIn = ({ displayName, applicationId }: UnityPrincipalIr, { name: environment }: EnvironmentIr): string =>
  applicationId?.get(environment)?.toLowerCase() ?? displayName;

/** What rights are brought to what is declared on: the catalog, a schema, or an object in one. */
export interface Securable {
  readonly kind: Extract<Keyword, "CATALOG" | "SCHEMA" | "TABLE" | "VIEW" | "VOLUME">;
  /** The names within the catalog: of its schema, and of itself; none: the catalog. */
  readonly path: readonly [] | readonly [schema: string] | readonly [schema: string, name: string];
  /** What it is, in a comment. */
  readonly words: string;
}

const kinds = { table: "TABLE", view: "VIEW", volume: "VOLUME" } as const;

/** From the catalog down: each schema before what stands in it. */
export function securablesOf({ objects }: UnityAccessIr): readonly Securable[] {
  const schemas = [...new Set(objects.map(({ schema }) => schema))];
  return [
    { kind: "CATALOG", path: [], words: "The catalog." },
    ...schemas.flatMap((schema): readonly Securable[] => [
      { kind: "SCHEMA", path: [schema], words: `The schema ${schema}.` },
      ...objects
        .filter((one) => one.schema === schema)
        .flatMap(({ name, type, written }): readonly Securable[] =>
          name === undefined ? [] : [{ kind: kinds[type], path: [schema, name], words: `The ${type} ${written}.` }],
        ),
    ]),
  ];
}

/** What somebody who has these grants holds on one of them, in the order in which it is written. */
export function rightsOn({ kind, path }: Securable, grants: readonly UnityGrantIr[]): readonly Keyword[] {
  const [schema, name] = path;
  if (schema === undefined) return grants.length === 0 ? [] : ["USE CATALOG"];
  const within = grants.filter(({ object }) => object.schema === schema);
  const own = within.filter(({ object }) => object.name === name);
  const rights = own.flatMap(neededFor);
  return kind === "SCHEMA" && within.length > 0 ? ["USE SCHEMA", ...rights] : rights;
}

/** A right on a schema is one on all that stands in it, and will. https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/access-control/permissions-concepts */
function neededFor({ object, privileges }: UnityGrantIr): readonly Keyword[] {
  const rights = privileges.flatMap(({ privilege }) => {
    const needed = unityNeeds(privilege);
    return isUnityRight(needed) ? [rightFor(object, needed)] : [];
  });
  return [...new Set(rights)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

const rightFor = (
  { type }: UnityObjectIr,
  { table, volume }: { readonly table: Right; readonly volume: Right },
): Right => (type === "volume" ? volume : table);

const order = ["SELECT", "MODIFY", "READ VOLUME", "WRITE VOLUME"] as const;

type Right = (typeof order)[number];
