import { type Cell, csv } from "./files.js";

const header = ["id", "n", "price", "at", "day", "flag", "x", "t"];
const good: readonly Cell[] = ["1", "2", "3.5", "2026-01-01T00:00:00", "2026-01-01", "True", "1.5", "text"];
const read = "1 2 3.50 2026-01-01 00:00:00 2026-01-01 True 1.5 text";

/** Of 1 MB, and as deep as it is long: to a cell it is a text like others. */
const long = "[".repeat(1_000_000);

/** A file whose second row has another cell. */
const but = (column: string, cell: Cell): string => csv(header, [good, good.with(header.indexOf(column), cell), good]);

const wrong = (column: string, cell: Cell, type: string) => ({
  file: but(column, cell),
  says: `/rows.csv, row 2: \`${column}\` is no ${type}`,
});

/** Files and what is said of each: its rows, or why it is refused. */
export const misfits: Readonly<Record<string, { readonly file: string; readonly says: string }>> = {
  without_quotes_or_mark: { file: `${header}\n${good}\n1,,,,,,,\n`, says: `${read} / 1${" None".repeat(7)}` },
  null_in_quotes: { file: csv(header, [good.with(7, "\\N")]), says: read.replace("text", "None") },
  nulls_everywhere: {
    file: csv(header, [good.map((cell, at) => (at === 0 ? cell : null))]),
    says: `1${" None".repeat(7)}`,
  },
  a_text_of_a_megabyte: { file: csv(header, [good.with(7, long)]), says: read.replace("text", long) },
  the_year_9999: {
    file: csv(header, [good.with(3, "9999-12-31T23:59:59.999999").with(4, "9999-12-31")]),
    says: "1 2 3.50 9999-12-31 23:59:59.999999 9999-12-31 True",
  },
  the_year_10000: wrong("at", "10000-01-01T00:00:00", "timestamp"),
  a_number_of_a_megabyte: wrong("price", "9".repeat(1_000_000), "decimal(5,2)"),
  empty: { file: "", says: "" },
  only_a_header: { file: csv(header, []), says: "" },
  null_where_none_may_be: { file: but("id", null), says: "/rows.csv, row 2: `id` is null" },
  nothing_for_a_number: wrong("id", "", "bigint"),
  too_large: wrong("n", "2147483648", "int"),
  with_a_line_break: wrong("n", "1\n", "int"),
  too_many_digits_behind_the_point: wrong("price", "1.239", "decimal(5,2)"),
  too_many_digits_before_it: wrong("price", "1000", "decimal(5,2)"),
  no_such_day: wrong("at", "2026-02-30T00:00:00", "timestamp"),
  digits_that_no_database_has: wrong("at", "2026-02-03T00:00:00.12345678", "timestamp"),
  a_time_for_a_day: wrong("day", "2026-01-01 00:00:01", "date"),
  a_number_for_a_truth: wrong("flag", "1", "boolean"),
  too_large_for_a_double: wrong("x", "1e400", "double"),
  a_cell_too_few: {
    file: csv(header, [good, good.slice(1), good]),
    says: "/rows.csv, row 2: it has more or fewer cells",
  },
  a_cell_too_many: { file: csv(header, [good, [...good, ""]]), says: "/rows.csv, row 2: it has more or fewer cells" },
  other_columns: { file: csv([...header].reverse(), [[...good].reverse()]), says: "CSV header does not conform" },
  a_column_too_few: { file: csv(header.slice(1), [good.slice(1)]), says: "Number of column in CSV header" },
  a_column_twice: { file: csv(header.with(1, "id"), [good]), says: "CSV header does not conform" },
  no_csv: { file: '{"id":1}\n', says: "Number of column in CSV header" },
  a_quote_that_is_not_doubled: { file: csv(header, [good]).replace("text", 'te"xt'), says: "Unescaped quote" },
};

type Types = Readonly<Record<string, string>>;

/** Files of Parquet, one for each landing: the types that they have, and rows. `columns`: as what they are read. */
interface Parquets {
  readonly columns: string;
  readonly files: readonly (readonly [Types, ...(readonly Cell[])[]])[];
  readonly says: string;
}

const as = (columns: string, says: string, ...files: Parquets["files"]): Parquets => ({ columns, says, files });

export const parquets: Readonly<Record<string, Parquets>> = {
  parquet: as(
    "id bigint NOT NULL, price decimal(5,2), at timestamp, day date, flag boolean, x double, t string",
    "1 2.50 0001-01-02 00:00:00.123456 1582-10-04 True 0.1 \\N / 2 None None None None None None / 3 -1.00 9999-12-30 23:59:59.999999 9999-12-30 False 1e+20 ",
    [
      {
        t: "string",
        id: "bigint",
        price: "decimal(5,2)",
        at: "timestamp",
        day: "timestamp",
        flag: "boolean",
        x: "double",
      },
      ["\\N", "1", "2.5", "0001-01-02 00:00:00.1234567", "1582-10-04", "TRUE", "0.1"],
      [null, "2", null, null, null, null, null],
      ["", "3", "-1", "9999-12-30 23:59:59.9999999", "9999-12-30", "FALSE", "1E20"],
    ],
  ),
  parquet_changed: as(
    "id bigint NOT NULL, n int, price decimal(5,2)",
    "1 2 3.00 / 4 5 6.70",
    [{ id: "int", n: "smallint", price: "decimal(18,0)" }, ["1", "2", "3"]],
    [{ id: "bigint", n: "bigint", price: "decimal(38,18)" }, ["4", "5", "6.7"]],
  ),
  parquet_empty: as("id bigint NOT NULL", "", [{ id: "bigint" }]),
  parquet_null: as("id bigint NOT NULL", "/rows.parquet, row 2: `id` is null", [{ id: "bigint" }, ["1"], [null]]),
  parquet_too_large: as("n int", "/rows.parquet, row 1: `n` is no int", [{ n: "bigint" }, ["2147483648"]]),
  parquet_digits: as("p decimal(5,2)", "row 1: `p` is no decimal(5,2)", [{ p: "decimal(9,3)" }, ["1.239"]]),
  parquet_whole_digits: as("p decimal(5,2)", "row 2: `p` is no decimal(5,2)", [{ p: "decimal(9,2)" }, ["1"], ["1000"]]),
  parquet_time_for_a_day: as("d date", "row 1: `d` is no date", [{ d: "timestamp" }, ["2026-01-01 00:00:01"]]),
  parquet_lacks: as("id bigint NOT NULL, n int", "declared are", [{ id: "bigint" }, ["1"]]),
  parquet_text: as("id bigint NOT NULL, d date", "7 2026-01-01", [
    { id: "string", d: "string" },
    ["007", "2026-01-01"],
  ]),
  parquet_text_misfit: as("id bigint NOT NULL", "row 2: `id` is no bigint", [{ id: "string" }, ["1"], ["1.0"]]),
  parquet_flag: as("id bigint NOT NULL", "declared are", [{ id: "boolean" }, ["TRUE"]]),
};
