import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** Whose a refusal is that random tables meet. */
export type Whose = "spark" | "ours" | "written";

/** Why a code is reported, by code: `spark`, as Spark refuses such plans; `ours`, for a reason of our own; `written`, as names or types mean nothing. */
export function refusals(): ReadonlyMap<string, { readonly whose: Whose; readonly because: string }> {
  const all: Readonly<Record<Whose, Readonly<Record<string, string>>>> = parse(
    readFileSync("test/legality/refusals.yaml", "utf8"),
  );
  const of = (whose: Whose) => Object.entries(all[whose]).map(([code, because]) => [code, { whose, because }] as const);
  return new Map([...of("spark"), ...of("ours"), ...of("written")]);
}
