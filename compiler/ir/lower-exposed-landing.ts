import type { ExposedLanding } from "../model/exposed-landing.js";
import type { Identities } from "./identities.js";
import { landedOf } from "./lower-landed.js";
import { fieldOf } from "./lower-tables.js";
import type { LandedFilesIr, WarehouseViewIr } from "./warehouse.js";

/** Files that landed, as the table that a view reads. */
export function exposedFiles(
  { landed, output }: ExposedLanding,
  identities: Identities,
): Pick<WarehouseViewIr, "table" | "landed"> {
  const { path, reference, format, columns } = landedOf(landed, identities);
  const files: LandedFilesIr = { format, isText: format === "csv" || landed.source.kind === "file-set", columns };
  return {
    table: {
      reference,
      path,
      columns: output.map(fieldOf),
      comment: landed.table.description ?? "",
      partitionBy: [],
      onSchemaChange: "fail",
    },
    landed: files,
  };
}
