import { aggregate } from "./aggregate.js";
import { collection } from "./collection.js";
import { conditional } from "./conditional.js";
import { dateTime } from "./date-time.js";
import { hash } from "./hash.js";
import { higherOrder } from "./higher-order.js";
import { json } from "./json.js";
import { mapAndStruct } from "./map-struct.js";
import { math } from "./math.js";
import type { CatalogueFunction, FunctionRow } from "./row.js";
import { signatureOf } from "./signature.js";
import { string } from "./string.js";

/** The families of functions, in the order of the manual. */
export const families: readonly { readonly name: string; readonly rows: readonly FunctionRow[] }[] = [
  { name: "Conditions and null", rows: conditional },
  { name: "Numbers", rows: math },
  { name: "Text and bytes", rows: string },
  { name: "Dates and times", rows: dateTime },
  { name: "Arrays", rows: collection },
  { name: "Maps and structs", rows: mapAndStruct },
  { name: "Lambdas over arrays and maps", rows: higherOrder },
  { name: "JSON", rows: json },
  { name: "Checksums and hashes", rows: hash },
  { name: "Aggregates", rows: aggregate },
];

/** Every function by its name and its other names. */
export const catalogue: ReadonlyMap<string, CatalogueFunction> = new Map(
  families.flatMap(({ name: family, rows }) =>
    rows.flatMap((row) => {
      const { signature, ...rest } = row;
      const entry: CatalogueFunction = {
        ...rest,
        family,
        signatures: [signature].flat().map((text) => signatureOf(text)),
      };
      return [row.name, ...(row.aliases ?? [])].map((name) => [name, entry] as const);
    }),
  ),
);
