import { stringify } from "yaml";
import type { Plan, Unsayable, Verdict } from "./verdicts.js";

/** `docs/legality.md`: each plan that was started on Spark, and what our language says of it. */
export function legalityPage(
  all: readonly Plan[],
  { tables, unsayable }: { readonly tables: readonly Verdict[]; readonly unsayable: readonly Unsayable[] },
): string {
  const known = new Map(all.map((one) => [one.plan, one]));
  const count = (of: (one: Verdict) => readonly string[]) => tables.flatMap(of).length;
  const sayable = all.length - unsayable.flatMap(({ plans }) => plans).length;
  const line = (plan: string, verdict: string) =>
    `- ${plan}, ${known.get(plan)?.what.replaceAll("|", "\\|")}: ${verdict}`;
  const refusal = (plan: string) => {
    const { stage, error } = known.get(plan) ?? {};
    return `Spark refuses it (${stage}: \`${error?.replaceAll("`", "'")}\`)`;
  };
  return [
    "# Legality",
    "",
    "Made by `npm run golden` of `test/legality`, which compiles all of the tables below. Each plan was really started on Spark 3.5.5 with Delta 3.2.1, and again on 4.0.0 with the same verdict, for two batches with rows and the one without.",
    "",
    "| of the plans | |",
    "|---|---|",
    `| started on Spark, each in an output mode | ${all.length} |`,
    `| sayable | ${sayable} (${Math.round((100 * sayable) / all.length)} %) |`,
    `| accepted, as by Spark | ${count(({ accepted }) => accepted)} |`,
    `| refused, as by Spark | ${count(({ refused }) => refused)} |`,
    `| refused for a reason of our own | ${count(({ stricter }) => stricter)} |`,
    `| refused by Spark, and made right by another plan | ${count(({ madeRight }) => madeRight)} |`,
    `| not sayable, by a rule of the language | ${all.length - sayable} |`,
    "",
    ...tables.flatMap((one) => [
      `## ${one.what[0]?.toUpperCase()}${one.what.slice(1)}`,
      "",
      ...(one.by.length > 0 ? [`Refused by ${one.by.map((code) => `\`${code}\``).join(" and ")}.`, ""] : []),
      ...(one.because === undefined ? [] : [`${one.because[0]?.toUpperCase()}${one.because.slice(1)}.`, ""]),
      "```yaml",
      stringify(one.layers, { lineWidth: 160, collectionStyle: "any", aliasDuplicateObjects: false }).trimEnd(),
      "```",
      "",
      ...one.accepted.map((plan) => line(plan, "accepted by both")),
      ...one.refused.map((plan) => line(plan, `${refusal(plan)}, and so do we`)),
      ...one.stricter.map((plan) => line(plan, "Spark takes it, we refuse it")),
      ...one.madeRight.map((plan) => line(plan, `${refusal(plan)}; the tables are another plan`)),
      "",
    ]),
    "## Not sayable",
    "",
    ...unsayable.flatMap(({ rule, plans }) => [`**${rule}** ${plans.join(", ")}.`, ""]),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}
