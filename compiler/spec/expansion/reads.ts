import type { Report } from "../../diagnostics/report.js";
import type { Origin } from "../../source/origin.js";
import type { MapNode } from "../../source/tree.js";
import { expansionDiagnostics } from "./diagnostics.js";
import { placeholdersIn, textsAt } from "./placeholders.js";
import type { Plural } from "./section.js";
import type { Chosen } from "./selection.js";

/** Things that are made for several read something else each: without a placeholder in any place all would read the same. */
export function readsDiffer(
  body: MapNode,
  chosen: readonly Chosen[],
  { reads, naming, property }: Pick<Plural, "reads" | "naming" | "property">,
  at: Origin,
  report: Report,
): void {
  const texts = reads.flatMap((place) => textsAt(body, place));
  const [written] = texts;
  const [first] = chosen;
  if (written === undefined || first === undefined || chosen.length === 1) return;
  if (texts.some(({ text }) => placeholdersIn(text).length > 0)) return;
  const [section = "", pattern = ""] = [before(written.text), after(first.by.text)];
  const each = `\${${naming}}`;
  const suggestion = `${section}.${pattern.includes("*") ? pattern.replace("*", each) : each}`;
  const details = { property, read: texts.map(({ text }) => text), suggestion };
  report.add(expansionDiagnostics.readsTheSame.at(at.child(...written.path), details));
}

/** `shop/gold` of `shop/gold.days`. */
const before = (reference: string): string => reference.replace(/\.[^.]*$/, "");

const after = (reference: string): string => reference.slice(before(reference).length + 1);
