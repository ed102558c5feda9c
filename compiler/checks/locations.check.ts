import { setsFilesAside } from "../model/files.js";
import type { AnyTable } from "../model/model.js";
import type { RawTable, Table } from "../model/table.js";
import type { Origin } from "../source/origin.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";

/** No two tables are written to one place of the lake, over all pipelines. */
export const locations: Check = ({ project, pipelines }, report) => {
  const raw = pipelines.flatMap(({ tables }) => tables.flatMap((table) => (table.kind === "raw" ? [table] : [])));
  const setAside = raw.filter(({ source }) => source.kind === "files" && setsFilesAside(source.source));
  const withQuarantine = new Set<Table | RawTable>(setAside.map(({ table }) => table));
  const taken = new Map<string, { readonly owner: string; readonly origin: Origin }>();
  for (const pipeline of project.pipelines) {
    for (const table of pipeline.tables.values()) {
      if (table.kind === "poisoned" || (table.kind === "table" && table.isView)) continue;
      const renamed = table.origin.child("renamed_from");
      if (renamed.isWritten && pipeline.tables.has(`${table.layer}.${table.storedAs}`)) {
        const name = `${table.layer}.${table.storedAs}`;
        report.add(checkDiagnostics.renamedFromDeclared.at(renamed, { name, isItself: table.storedAs === table.name }));
        continue;
      }
      const place = `${table.layer}/${table.storedAs}`;
      const sides =
        table.kind === "table" || table.kind === "merged"
          ? [`${place}_quarantine`, `${place}_late`, ...besides(table).map((side) => `${place}_${side}`)]
          : table.kind === "raw" && withQuarantine.has(table)
            ? [`${place}_quarantine`]
            : [];
      const owner = `${pipeline.name}/${table.layer}.${table.name}`;
      const collision = [place, ...sides].find((path) => taken.has(path));
      const other = collision === undefined ? undefined : taken.get(collision);
      if (collision !== undefined && other !== undefined) {
        const related = [{ message: `'${other.owner}' is declared here.`, origin: other.origin }];
        report.add(
          checkDiagnostics.sameLocation.at(
            renamed.isWritten ? renamed : table.origin.key(),
            { path: collision, other: other.owner },
            { related },
          ),
        );
      }
      for (const path of [place, ...sides]) taken.set(path, { owner, origin: table.origin.key() });
    }
  }
};

/** What is kept beside a table so that changes may come in any order. */
function besides(table: AnyTable): readonly string[] {
  if (table.kind !== "merged") return [];
  if (table.changes.ignoresNull) return ["sequences"];
  return table.changes.deleteWhen === undefined ? [] : ["deleted"];
}
