import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureDuckdb } from "../../../local/engines/packages.js";
import { compute, type NoRows, type Rows } from "../../../local/warehouse/compute.js";
import { viewsOf } from "../../../local/warehouse/parse.js";
import { NotKnown } from "../../../local/warehouse/tokens.js";
import { type Translated, translate } from "../../../local/warehouse/translate.js";
import type { Mutant } from "./mutants.js";

/** A view of what landed, its mutants, and lakes to tell them by. */
export interface LandedView {
  readonly text: string;
  readonly mutants: readonly Mutant[];
  /** A lake with what fits. */
  readonly fits: string;
  /** Lakes that each stop the view. */
  readonly stops: readonly string[];
}

/** What each view shows of what fits; and the mutants that show the same of it, and are stopped by all that stops the view. */
export async function survivorsOf(
  schema: string,
  views: readonly LandedView[],
): Promise<{ readonly originals: readonly (Rows | NoRows)[]; readonly survivors: readonly string[] }> {
  const engine = await ensureDuckdb(await ensureSpark(() => {}), () => {});
  const ask = (asked: readonly (readonly [Translated, string])[]): Promise<readonly (Rows | NoRows)[]> =>
    compute(
      engine,
      asked.map(([translated, from]) => ({ translated, sources: { lake: from } })),
    );
  const originals = await ask(views.map(({ text, fits }) => [meaningOf(schema, text) ?? unknown(), fits]));
  const known = views.flatMap((view, at) =>
    view.mutants.flatMap(({ what, text }) => {
      const translated = meaningOf(schema, text);
      return translated ? [{ what, translated, view, original: originals[at] }] : [];
    }),
  );
  const answers = await ask(known.map(({ translated, view }) => [translated, view.fits]));
  const alike = known.filter(({ original }, at) => JSON.stringify(answers[at]) === JSON.stringify(original));
  const asked = alike.flatMap(({ translated, view }) => view.stops.map((from) => [translated, from] as const));
  const stopped = [...(await ask(asked))];
  const survivors = alike.flatMap(({ what, view }) =>
    stopped.splice(0, view.stops.length).every(({ kind }) => kind === "refused") ? [what] : [],
  );
  return { originals, survivors };
}

function unknown(): never {
  throw new Error("The view is not known.");
}

/** Undefined: it is refused, or is another view. */
function meaningOf(schema: string, text: string): Translated | undefined {
  try {
    const [view] = viewsOf(`IF SCHEMA_ID(N'${schema}') IS NULL EXEC(N'CREATE SCHEMA [${schema}]');\nGO\n${text}`);
    return view && translate(view.select, []);
  } catch (error) {
    if (error instanceof NotKnown) return undefined;
    throw error;
  }
}
