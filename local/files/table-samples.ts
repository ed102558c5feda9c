import { basename } from "node:path";

/** What a file of rows for a Delta table is written in, by its name. */
export const formatOf = (file: string): "json" | "csv" => (file.endsWith(".csv") ? "csv" : "json");

/** Looks at a file's name before anything is added anywhere. */
export function checkSample(file: string): void {
  if (!/^[^._].*\.(json|csv)$/.test(basename(file)))
    throw new Error(
      `${file}: rows for a Delta table come in files called '….json' (an object on each line) or '….csv' (with a header).`,
    );
}
