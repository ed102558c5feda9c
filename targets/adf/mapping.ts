import type { DataType, Field } from "../../compiler/expression/type.js";

/** Which column becomes which, and how values are written as text: nothing is guessed from the data. */
export type Translator = {
  readonly type: "TabularTranslator";
  readonly mappings: readonly ColumnMapping[];
  readonly typeConversion: true;
  readonly typeConversionSettings: {
    readonly allowDataTruncation: false;
    readonly treatBooleanAsNumber: false;
    readonly dateTimeFormat: string;
    readonly dateTimeOffsetFormat: string;
    readonly culture: string;
  };
};

type ColumnMapping = {
  readonly source: { readonly name: string; readonly type: InterimType };
  readonly sink: { readonly name: string };
};

/**
 * What the copy takes a value of the database for on its way.
 * https://learn.microsoft.com/azure/data-factory/connector-sql-server#data-type-mapping-for-sql-server
 * https://learn.microsoft.com/azure/data-factory/connector-postgresql#data-type-mapping-for-postgresql
 */
type InterimType = "Boolean" | "Byte[]" | "DateTime" | "Decimal" | "Double" | "Int32" | "Int64" | "String";

/** By name, with types, in the order of the columns. https://learn.microsoft.com/azure/data-factory/copy-activity-schema-and-type-mapping */
export const translatorOf = (columns: readonly Field[]): Translator => ({
  type: "TabularTranslator",
  mappings: columns.map(({ name, type }) => ({ source: { name, type: interim(type) }, sink: { name } })),
  typeConversion: true,
  typeConversionSettings: {
    allowDataTruncation: false,
    treatBooleanAsNumber: false,
    // Seven digits: all that datetime2 has.
    dateTimeFormat: "yyyy-MM-ddTHH:mm:ss.fffffff",
    dateTimeOffsetFormat: "yyyy-MM-ddTHH:mm:ss.fffffffzzz",
    // A point in decimals, whatever the machine of the integration runtime is set to.
    culture: "en-us",
  },
});

/** Which cell of a record becomes which column; each is a text, as it stands in the file. The notebook's reader types it, and tells what does not fit. */
export type TextTranslator = {
  readonly type: "TabularTranslator";
  readonly mappings: readonly CellMapping[];
  readonly typeConversion: true;
};

type CellMapping = {
  readonly source: ({ readonly name: string } | { readonly ordinal: number }) & { readonly type: "String" };
  readonly sink: { readonly name: string } | { readonly ordinal: number };
};

type NamedMapping = CellMapping & { readonly sink: { readonly name: string } };

/** A line as it stands, from one file without a header into another. */
export const lineTranslator: TextTranslator = {
  type: "TabularTranslator",
  mappings: [{ source: { ordinal: 1, type: "String" }, sink: { ordinal: 1 } }],
  typeConversion: true,
};

/** `added`: what the copy puts beside the cells. */
export function textTranslator(columns: readonly Field[], hasHeader: boolean, added: readonly Field[]): TextTranslator {
  const cells = columns.map(({ name }, at): NamedMapping => {
    const place = hasHeader ? { name } : { ordinal: at + 1 };
    return { source: { ...place, type: "String" }, sink: { name } };
  });
  const others = added.map(({ name }): NamedMapping => ({ source: { name, type: "String" }, sink: { name } }));
  const mappings = [...cells, ...others].sort((a, b) => (a.sink.name < b.sink.name ? -1 : 1));
  return { type: "TabularTranslator", mappings, typeConversion: true };
}

function interim(type: DataType): InterimType {
  switch (type.kind) {
    case "boolean":
      return "Boolean";
    case "int":
      return "Int32";
    case "bigint":
      return "Int64";
    case "double":
      return "Double";
    case "decimal":
      return "Decimal";
    // A date of a database is a DateTime at midnight to the copy.
    case "date":
    case "timestamp":
      return "DateTime";
    case "binary":
      return "Byte[]";
    default:
      return "String";
  }
}
