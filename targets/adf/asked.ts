import type { Field } from "../../compiler/expression/type.js";
import type { LandedFormat } from "./landed-files.js";
import type { ReadingNames, WholeNames } from "./names.js";
import type { Sql } from "./sql.js";
import type { CursorKind } from "./statements.js";

/** What a database is asked whose tables are read, in its own language. */
export interface Asked {
  /** A name as it stands in a statement. */
  readonly name: (text: string) => Sql;
  /** The columns of a table, as a query has them whose rows land in a format. */
  readonly columnsRead: (columns: readonly Field[], format: LandedFormat) => Sql;
  /**
   * Up to where rows can be read now, the sum of those that stand in the lag, and whether there is anything to read. `isCapped`:
   * rows from the end of the run's window on are left to later ones.
   */
  readonly selectNewMark: (kind: CursorKind, names: ReadingNames, isCapped: boolean) => Sql;
  /** The rows beyond the old mark less the lag, up to the new mark. */
  readonly selectRows: (kind: CursorKind, names: ReadingNames) => Sql;
  /** When a table is read that is read whole. */
  readonly selectReadingTime: (names: WholeNames) => Sql;
  /** All rows, each with the time of the reading. */
  readonly selectTable: (names: WholeNames) => Sql;
}
