import { type Evaluated, type Expression, evaluated, item, ofDataset } from "./expression.js";
import type { LandedFormat } from "./landed-files.js";
import type { DatasetReference } from "./reference.js";

/** How files of text are written: records, of which the parameters of their dataset say how, or lines. https://learn.microsoft.com/azure/data-factory/format-delimited-text */
export type TextForm = RecordsForm | LinesForm;

interface RecordsForm {
  readonly parameters: { readonly delimiter: "String"; readonly quote: "String"; readonly header: "Bool" };
  readonly format: {
    readonly columnDelimiter: Evaluated;
    readonly encodingName: "UTF-8";
    readonly escapeChar: Evaluated;
    readonly quoteChar: Evaluated;
    readonly firstRowAsHeader: Evaluated;
    readonly nullValue: "";
  };
}

interface LinesForm {
  readonly parameters: Readonly<Record<never, never>>;
  readonly format: {
    readonly columnDelimiter: "\u0001";
    readonly encodingName: "UTF-8";
    readonly escapeChar: "";
    readonly quoteChar: "";
    readonly firstRowAsHeader: false;
    readonly nullValue: "";
  };
}

/**
 * Lines as they stand: between cells would be a character that JSON has only as `\u0001`, in six, and around them is none.
 * https://www.rfc-editor.org/rfc/rfc8259#section-7
 */
export const lines = {
  columnDelimiter: "\u0001",
  encodingName: "UTF-8",
  escapeChar: "",
  quoteChar: "",
  firstRowAsHeader: false,
  nullValue: "",
} as const;

const records: RecordsForm["format"] = {
  columnDelimiter: evaluated(ofDataset("delimiter")),
  encodingName: "UTF-8",
  // A quote within a value is written twice (RFC 4180).
  escapeChar: evaluated(ofDataset("quote")),
  quoteChar: evaluated(ofDataset("quote")),
  firstRowAsHeader: evaluated(ofDataset("header")),
  nullValue: "",
};

/** Of what lands in a format: the parameters of the dataset of its files, and how these are written. */
export const textFormOf = (format: LandedFormat) =>
  format === "json"
    ? { parameters: {}, format: lines }
    : {
        parameters: { delimiter: { type: "String" }, quote: { type: "String" }, header: { type: "Bool" } } as const,
        format: records,
      };

/** What the dataset is told of the files that a ForEach is at; `at`: a field of that, where it is known otherwise. */
export const textOf = (
  format: LandedFormat,
  at: (field: string) => Expression = item,
): DatasetReference["parameters"] =>
  format === "json"
    ? {}
    : { delimiter: evaluated(at("delimiter")), quote: evaluated(at("quote")), header: evaluated(at("header")) };
