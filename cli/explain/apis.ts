import { printType } from "../../compiler/expression/type.js";
import type { Paging } from "../../compiler/model/http-source.js";
import type { LinkedControl, LinkedHttp } from "../../compiler/model/linked-landings.js";
import { aligned, type Section } from "./section.js";

/** What an API answers: how it is asked, and what of the answers is a row. */
export function apiSections(linked: LinkedHttp, control: LinkedControl | undefined): readonly Section[] {
  const { source, connection, columns, key } = linked;
  const place = control ? `; it stands in ${control.control.schema}.marks of ${control.connection.name}` : "";
  const address = [connection.host.written, connection.base, source.path].filter((part) => part !== undefined);
  return [
    { title: "reads", lines: ["each time that a pipeline is started, all pages: together they are one snapshot"] },
    {
      title: "asks",
      lines: [`GET https://${address.join("/")}`, ...source.query.map(({ name, value }) => `${name}=${value}`)],
    },
    { title: "pages", lines: pages(source.paging) },
    {
      title: "rows",
      lines: [
        `the list at ${source.rows.join(".")} of each answer; other fields than the columns are not read, and one that is not there is null`,
        "an answer without such a list, or a row with a field that does not fit its type, stops the job that takes it",
      ],
    },
    { title: "primary key", lines: key.length === 0 ? [] : [key.join(", ")] },
    { title: "mark", lines: [`when it was asked last${place}`] },
    { title: "columns", lines: aligned(columns.map(({ name, type }) => [name, printType(type)])) },
    {
      title: "on this machine",
      lines: source.samples ? [`the files ${[...new Set(source.samples.values())].join(" or ")}`] : [],
    },
  ];
}

function pages(paging: Paging): readonly string[] {
  if (paging.kind === "none") return ["one"];
  const bound = `more than ${paging.most} fail the run, and nothing of them is taken; ${paging.wait.text} between two`;
  switch (paging.kind) {
    case "next":
      return [`the next one at the address in ${paging.next.join(".")}, until that is null or not there`, bound];
    case "page":
      return [`by number in '${paging.parameter}', from ${paging.first} on, until one has no rows`, bound];
    case "offset":
      return [`by rows that are skipped in '${paging.parameter}', ${paging.size} at a time, until one has none`, bound];
  }
}
