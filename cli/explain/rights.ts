import type { EntraPrincipalIr } from "../../compiler/ir/entra-access.js";
import type { Origin } from "../../compiler/source/origin.js";
import { aligned } from "./section.js";

/** What somebody may do, as explaining tells it: somebody has one name in it, and may have several grants. */
interface Rights<P extends { readonly name: string }, G extends { readonly principal: { readonly name: string } }> {
  /** The place that keeps the rights: `connections.shop`. */
  readonly of: string;
  readonly origin: Origin;
  /** Through which plane, and the file that is made for it. */
  readonly through: string;
  readonly principals: readonly P[];
  readonly grants: readonly G[];
  /** How a principal is called there. */
  whoIs(principal: P): string;
  /** The cells behind a principal's name. */
  cellsOf(grant: G): readonly string[];
}

const usual = ["on", "may read", "may change", "by"];

/** Who may do what in one place, also those who may do nothing. `titles`: of a grant's cells. */
export function rightsTable<
  P extends { readonly name: string },
  G extends { readonly principal: { readonly name: string } },
>(
  { of, origin, through, principals, grants, whoIs, cellsOf }: Rights<P, G>,
  titles: readonly string[] = usual,
): readonly string[] {
  const place = `${origin.file.path}:${origin.key().start.line}`;
  const rows = principals.flatMap((principal) => {
    const own = grants.filter((grant) => grant.principal.name === principal.name);
    const who = whoIs(principal);
    return own.length === 0
      ? [[who, "nothing", ...titles.slice(1).map(() => "")]]
      : own.map((grant, at) => [at === 0 ? who : "", ...cellsOf(grant)]);
  });
  return [
    `${of}  (${place}), through ${through}`,
    ...aligned([["who", ...titles], ...rows]).map((line) => `  ${line}`),
  ];
}

/** Somebody of Microsoft Entra: `service principal builder`. */
export const entraWords = (type: EntraPrincipalIr["type"], name: string): string => `${type.replace("_", " ")} ${name}`;

/** A principal that Azure's own services know. */
export const whoInEntra = ({ name, type, displayName }: EntraPrincipalIr): string =>
  `${name} (${entraWords(type, displayName)})`;
