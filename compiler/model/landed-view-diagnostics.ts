import { defineDiagnostics } from "../diagnostics/diagnostic.js";

/** What is wrong with views of files that landed. */
export const landedViewDiagnostics = defineDiagnostics("warehouse", {
  loadsSeen: {
    severity: "error",
    message: (p: { table: string }) =>
      `A view cannot tell which of the loads in '${p.table}' are whole: show a table that is made of it.`,
    explanation:
      "A function writes its loads itself, each of several files, and a mark beside them when all are there. A view reads files by a pattern of their names and does not see the mark.",
  },
  answersSeen: {
    severity: "error",
    message: (p: { table: string }) =>
      `'${p.table}' is answers of an API, which a view does not take apart: show a table that is made of it.`,
    explanation:
      "An answer is a whole document, and its rows may stand in a list within. A table that reads it takes them out, and types them. A view shows files of CSV, of Parquet and of lines of JSON.",
  },
  oneText: {
    severity: "error",
    message: (p: { table: string }) =>
      `'${p.table}' lands as CSV and has one column, a text: a view could not tell a line break in it from a new record. Write 'format: parquet' there.`,
    explanation:
      "Whether a serverless SQL pool takes a line break within quotes for a part of the text is not documented. A record that is taken apart has fewer cells than the header, and the query stops; where there is one cell, it would not be noticed.",
  },
  ownLanding: {
    severity: "error",
    message: (p: { table: string; column: string; source: string }) =>
      `A view of '${p.table}' has the column 'landing', the number of the landing, and 'sources.${p.source}' has a column '${p.column}' itself: show a table that is made of it.`,
    explanation:
      "Each row of a view of landed files tells which landing it is of. A table may give the column another name.",
  },
  landedAs: {
    severity: "error",
    message: (p: { view: string; table: string; as: string }) =>
      `'${p.table}' is files that landed, and those are shown by views only: leave out 'as: ${p.as}' of '${p.view}', or show a table that is made of it.`,
    explanation:
      "An external table has no column for the landing, and reads each cell as the type that it is given. What is kept as files of its own would hold a landing that was being written for good.",
  },
  landingUnseen: {
    severity: "error",
    message: (p: { view: string; clause: string }) =>
      `'${p.view}' shows files that landed, and by 'landing' one knows the latest, which may be on its way still: ${p.clause === "hide" || p.clause === "mask" ? `do not ${p.clause} it` : `write it under '${p.clause === "aggregates" ? "group_by" : p.clause}', too`}.`,
    explanation:
      "A landing counts when its mark is kept in the control database, which a view does not see. The next one begins after that, so all but the latest are whole; which one is the latest is told by the column `landing`.",
  },
});
