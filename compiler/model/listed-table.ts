import type { Report } from "../diagnostics/report.js";
import type { Words } from "../diagnostics/words.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import type { Named } from "./parts.js";

/** The object of that name which stands under a connection: `public.orders`; undefined if there is none, which was reported. `words`: their names, where `listed` is another list each time. */
export function listedTable<T extends { readonly name: string }>(
  connection: { readonly name: string },
  listed: readonly T[],
  name: string,
  { origin }: Named,
  report: Report,
  words: () => Words = () => report.wordsOf(listed, namesOf),
): T | undefined {
  const table = listed.find((one) => one.name === name);
  if (table) return table;
  const suggestion = words().closest(name);
  report.add(grantDiagnostics.unknownTable.at(origin, { connection: connection.name, table: name, suggestion }));
  return undefined;
}

const namesOf = (listed: readonly { readonly name: string }[]): readonly string[] => listed.map(({ name }) => name);
