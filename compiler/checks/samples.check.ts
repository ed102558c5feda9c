import type { Origin } from "../source/origin.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";

/** Each table of a database has samples of its own: on this machine they are its rows. */
export const samples: Check = ({ project }, report) => {
  const first = new Map<string, { readonly table: string; readonly origin: Origin }>();
  for (const source of project.pipelines.flatMap((pipeline) => [...pipeline.sources.values()])) {
    if (source.kind === "poisoned" || !("table" in source)) continue;
    const table = `${source.schema}.${source.table}`;
    const own = `${source.connection.name} ${table}`;
    const origin = source.origin.child("samples");
    for (const path of new Set(source.samples?.values())) {
      const other = first.get(path);
      if (other === undefined) first.set(path, { table: own, origin });
      else if (other.table !== own) {
        const details = { path, table, other: other.table.slice(other.table.indexOf(" ") + 1) };
        const related = [{ message: "They are taken here too.", origin: other.origin }];
        report.add(checkDiagnostics.samplesOfOther.at(origin, details, { related }));
        break;
      }
    }
  }
};
