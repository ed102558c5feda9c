import type { Privilege } from "../../compiler/ir/access.js";
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

/** What somebody is granted by words of one grant. */
interface Worded {
  /** Where it is granted: `shop.*`. */
  readonly on: string;
  readonly privileges: readonly { readonly privilege: Privilege }[];
}

/**
 * What somebody may read and change in one place, where a right on more is a right there too: `all columns, by shop.*` and
 * `insert; update by shop.*`. `reading`: the words for what is read by each right that lets read, in the order of preference.
 */
export function withWider(
  own: Omit<Worded, "on">,
  wider: readonly Worded[],
  reading: Readonly<Partial<Record<Privilege, string>>>,
): readonly [reading: string, changing: string] {
  const all = [{ ...own, by: "" }, ...wider.map((one) => ({ ...one, by: one.on }))].map(({ privileges, by }) => ({
    held: [...new Set(privileges.map(({ privilege }) => privilege))],
    by,
  }));
  const reads = Object.entries(reading).flatMap(([right, words]) => {
    const found = all.find(({ held }) => held.some((privilege) => privilege === right));
    return found === undefined ? [] : [found.by === "" ? words : `${words}, by ${found.by}`];
  });
  const changes = all.flatMap(({ held, by }, at) => {
    const before = all.slice(0, at).flatMap((other) => other.held);
    const words = held.filter((privilege) => privilege !== "select" && !before.includes(privilege)).join(", ");
    return words === "" ? [] : [by === "" ? words : `${words} by ${by}`];
  });
  return [reads[0] ?? "nothing", changes.join("; ") || "nothing"];
}

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
