import type { LinkedProject, LinkedTable } from "../../compiler/model/linked.js";
import { isView, type LinkedView, storedInputs, takesApart, viewsOf } from "../../compiler/model/views.js";
import type { Section } from "./section.js";

/** Where a view's steps run, and as what its readers count the rows that it leaves out. */
export function viewSections(view: LinkedView, { pipelines }: LinkedProject): readonly Section[] {
  const tables = pipelines.flatMap((pipeline) => pipeline.tables.filter((table) => table.kind === "table"));
  const readers = tables.filter((table) => !isView(table) && viewsOf(table).includes(view)).map(nameOf);
  const inside = readers.length > 0 ? `as steps of ${readers.join(" and ")}` : "nowhere: no table reads it";
  const left = [...(view.where ? ["filtered"] : []), ...(view.expectations.length > 0 ? ["dropped"] : [])];
  const [parts, end] = takesApart(view) ? ["elements", "_elements"] : ["rows", ""];
  return [
    { title: "runs", lines: [`${inside}; nothing is stored, and it has no query and no checkpoint of its own`] },
    {
      title: "counts",
      lines: left.map((what) => `${parts} that it leaves out, as ${nameOf(view)}.${what}${end} of each reader`),
    },
  ];
}

/** What a table reads, and what its views come to; a table that is joined with itself is told once. */
export function readLines({ table, inputs }: LinkedTable): readonly string[] {
  const lines = [...table.inputs, ...table.joins.map((join) => join.table)].map(({ name }, at) => {
    const input = inputs[at];
    if (input === undefined || !isView(input)) return name;
    return `${name}, a view over ${storedInputs(input).map(nameOf).join(" and ")}`;
  });
  return [...new Set(lines)];
}

const nameOf = ({ table }: { readonly table: { readonly layer: string; readonly name: string } }): string =>
  `${table.layer}.${table.name}`;
