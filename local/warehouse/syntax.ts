/** A type of T-SQL that is known here. */
export type SqlType =
  | { readonly kind: "bit" | "int" | "bigint" | "float" | "date" }
  | { readonly kind: "decimal"; readonly precision: number; readonly scale: number }
  | { readonly kind: "datetime2" | "datetimeoffset"; readonly scale: number }
  | { readonly kind: "varchar" | "nvarchar" | "varbinary"; readonly length: number | "max" };

export const printType = (type: SqlType): string => {
  switch (type.kind) {
    case "decimal":
      return `decimal(${type.precision}, ${type.scale})`;
    case "datetime2":
    case "datetimeoffset":
      return `${type.kind}(${type.scale})`;
    case "varchar":
    case "nvarchar":
    case "varbinary":
      return `${type.kind}(${type.length})`;
    default:
      return type.kind;
  }
};

/** An expression as it is written. */
export type Expression =
  | { readonly kind: "column"; readonly of: string | undefined; readonly name: string }
  | { readonly kind: "number" | "text" | "wide"; readonly text: string }
  | { readonly kind: "filepath"; readonly of: string; readonly star: number }
  | { readonly kind: "like"; readonly operand: Expression; readonly pattern: string; readonly isNegated: boolean }
  | { readonly kind: "null" }
  | { readonly kind: "minus" | "not"; readonly operand: Expression }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "is-null"; readonly operand: Expression; readonly isNegated: boolean }
  | {
      readonly kind: "in";
      readonly operand: Expression;
      readonly items: readonly Expression[];
      readonly isNegated: boolean;
    }
  | {
      readonly kind: "case";
      readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
      readonly otherwise: Expression | undefined;
    }
  | {
      readonly kind: "cast";
      readonly operand: Expression;
      readonly type: SqlType;
      readonly style: string | undefined;
      readonly isTried: boolean;
    }
  | { readonly kind: "collate"; readonly operand: Expression; readonly collation: string }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly arguments: readonly Expression[];
      readonly isOfRows: boolean;
      readonly isDistinct: boolean;
    };

export interface Selected {
  /** Undefined: what the expression says. */
  readonly name: string | undefined;
  readonly expression: Expression;
}

export interface Select {
  readonly isDistinct: boolean;
  readonly top: number | undefined;
  /** Undefined: all columns. */
  readonly columns: readonly Selected[] | undefined;
  readonly from: Rowset;
  readonly joins: readonly Joined[];
  /** Rows that are made of each row of those before, which theirs are put beside. */
  readonly applied: readonly (Rowset & { readonly kind: "rows" })[];
  readonly where: Expression | undefined;
  readonly groupBy: readonly Expression[];
  readonly orderBy: readonly { readonly expression: Expression; readonly isDescending: boolean }[];
}

/** What files are read as. */
export type FilesFormat = "delta" | "parquet" | "csv" | "lines";

/** How records of CSV are written. */
export interface CsvForm {
  /** The first that is a row, from 1 on. */
  readonly firstRow: number;
  readonly separator: string;
  readonly quote: string;
}

export interface FilesColumn {
  readonly name: string;
  readonly type: SqlType;
  /** Of CSV: which cell it is, from 1 on. */
  readonly place?: number | undefined;
}

export type Rowset =
  | { readonly kind: "rows"; readonly select: Select; readonly alias: string }
  /** What OPENJSON makes of a text. */
  | { readonly kind: "fields"; readonly text: Expression; readonly alias: string }
  | { readonly kind: "named"; readonly schema: string; readonly name: string; readonly alias: string }
  | {
      readonly kind: "files";
      readonly format: FilesFormat;
      /** The folder: of a Delta table, or with files of Parquet; or files in folders that a `*` stands for. */
      readonly bulk: string;
      /** Further folders with files of Parquet, whose rows come with them. */
      readonly more?: readonly string[];
      readonly source: string;
      readonly csv?: CsvForm | undefined;
      readonly columns: readonly FilesColumn[];
      readonly alias: string;
    };

export interface Joined {
  readonly isLeft: boolean;
  readonly rows: Rowset;
  readonly on: Expression;
}

export interface View {
  readonly schema: string;
  readonly name: string;
  readonly select: Select;
}

/** The tables and views that a statement reads, those within its rows too. */
export const rowsetsOf = ({ from, joins, applied }: Select): readonly Read[] =>
  [from, ...joins.map(({ rows }) => rows), ...applied].flatMap((one) => {
    if (one.kind === "rows") return rowsetsOf(one.select);
    return one.kind === "fields" ? [] : [one];
  });

type Read = Exclude<Rowset, { readonly kind: "rows" | "fields" }>;
