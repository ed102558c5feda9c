import type { Finding } from "../local/engines/check.js";
import { textTable } from "./text-table.js";

/** What `sluice doctor` shows: everything that is needed, and below it how to get what is missing. */
export function engineTable(findings: readonly Finding[]): string {
  const table = textTable(
    ["needed", "state", "found"],
    findings.map(({ name, state, detail }) => [name, state, detail]),
  );
  const mends = findings.flatMap(({ name, state, mend }) =>
    state !== "missing" || mend === undefined ? [] : [`\n${name}:\n  ${mend}\n`],
  );
  return `${table}${mends.join("")}`;
}
