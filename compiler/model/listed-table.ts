import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import type { Named } from "./parts.js";

/** The object of that name which stands under a connection: `public.orders`; undefined if there is none, which was reported. */
export function listedTable<T extends { readonly name: string }>(
  connection: { readonly name: string },
  listed: readonly T[],
  name: string,
  { origin }: Named,
  report: Report,
): T | undefined {
  const table = listed.find((one) => one.name === name);
  if (table) return table;
  const suggestion = closest(
    name,
    listed.map((one) => one.name),
  );
  report.add(grantDiagnostics.unknownTable.at(origin, { connection: connection.name, table: name, suggestion }));
  return undefined;
}
