import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** Whose a refusal is that random tables meet. */
export type Whose = "spark" | "ours" | "written";

export interface Refusal {
  readonly whose: Whose;
  readonly because: string;
  /** The words, one of them, by which a message states a reason of ours; of others nothing is asked. */
  readonly says: readonly string[] | undefined;
}

interface Written {
  readonly spark: Readonly<Record<string, string>>;
  readonly ours: Readonly<Record<string, { readonly because: string; readonly says: readonly string[] }>>;
  readonly stricter: Readonly<Record<string, readonly string[]>>;
  readonly written: Readonly<Record<string, string>>;
}

const written = (): Written => parse(readFileSync("test/legality/refusals.yaml", "utf8"));

/** The words, one of them, by which a message states why we refuse what Spark takes, by code. */
export function reasons(): ReadonlyMap<string, readonly string[]> {
  const { ours, stricter } = written();
  return new Map([
    ...Object.entries(ours).map(([code, { says }]) => [code, says] as const),
    ...Object.entries(stricter),
  ]);
}

/** Why a code is reported, by code: `spark`, as Spark refuses such plans; `ours`, for a reason of our own; `written`, as names or types mean nothing. */
export function refusals(): ReadonlyMap<string, Refusal> {
  const all = written();
  const of = (whose: "spark" | "written") =>
    Object.entries(all[whose]).map(([code, because]) => [code, { whose, because, says: undefined }] as const);
  const ours = Object.entries(all.ours).map(([code, one]) => [code, { whose: "ours", ...one }] as const);
  return new Map<string, Refusal>([...of("spark"), ...ours, ...of("written")]);
}
