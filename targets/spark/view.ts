import type { Python } from "./python.js";

/** What the templates see: each `templates/<name>.py.hbs` has one view, and uses all of it. */

export interface EventsView {
  readonly name: Python;
  /** The function that knows the format of the bodies. */
  readonly parser: Python;
  /** The raw table, as a stream. */
  readonly rows: Python;
  readonly body: Python;
  /** The names of the columns that say where an event stood. */
  readonly position: Python;
}

export interface ColumnsView {
  readonly name: Python;
  readonly input: Python;
  /** One a line, indented. */
  readonly columns: Python;
}

export interface ExpectationsView {
  /** A dictionary: name → (condition, what becomes of a row that violates it). */
  readonly expectations: Python;
  readonly arguments: Python;
}

export interface WriteView {
  readonly writer: Python;
  /** One a line, indented. */
  readonly arguments: Python;
  readonly rows: Python;
  /** What makes sure that the query may go on. */
  readonly begin: Python;
  readonly trigger: Python;
}

export interface ReplaceView {
  /** A list of paths; undefined: nobody waits for changes of them. */
  readonly changing: Python | undefined;
  /** A dictionary: reference → path. */
  readonly inputs: Python;
  /** A dictionary: reference → reading; undefined: nothing that is read is computed by the orchestrator. */
  readonly computedOf: Python | undefined;
  /** The rows of all inputs, or their elements. */
  readonly input: Python;
  /** Expressions, one a line, indented. */
  readonly columns: Python;
  readonly expectations: Python;
  /** How rows are checked beside the rows themselves. */
  readonly where: Python | undefined;
  /** One a line, indented; undefined: the table holds the rows themselves. */
  readonly aggregates: Python | undefined;
  /** The columns that aggregates are computed for, with commas between. */
  readonly keys: Python;
}

export interface ApplyChangesView {
  readonly expectations: Python;
  /** Expressions, one a line, indented. */
  readonly columns: Python;
  readonly where: Python | undefined;
}

export interface WindowsView {
  readonly input: Python;
  readonly select: Python | undefined;
  /** Undefined: each of several inputs has its own. */
  readonly watermark: Python | undefined;
  readonly groups: Python;
  /** One a line, indented. */
  readonly aggregates: Python;
  readonly result: Python;
}

export interface CorrectedWindowsView {
  readonly input: Python;
  readonly select: Python | undefined;
  readonly window: Python;
  readonly keys: Python;
  /** One a line, indented. */
  readonly parts: Python;
  /** Counts each row in one of the windows that it is in. */
  readonly once: Python;
}

export interface DocumentsView {
  readonly rows: Python;
  readonly key: Python;
  /** Arguments, one a line, indented. */
  readonly store: Python;
}

export interface SendView {
  readonly rows: Python;
  readonly id: Python;
  readonly columns: Python;
  readonly key: Python | undefined;
  readonly hub: Python;
  readonly connection: Python;
}

export interface FilesView {
  readonly rows: Python;
  readonly columns: Python;
  readonly root: Python;
  readonly folder: Python;
}

export interface TableView {
  readonly path: Python;
  /** Column definitions, one a line, indented; the last without a comma. */
  readonly columns: Python;
  readonly comment: Python;
  /** Further arguments, one a line, indented; undefined: there are none. */
  readonly options: Python | undefined;
}
