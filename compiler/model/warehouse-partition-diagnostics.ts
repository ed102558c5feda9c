import { defineDiagnostics } from "../diagnostics/diagnostic.js";

/** What is wrong with the partitions of what a warehouse keeps as files of its own. */
export const partitionDiagnostics = defineDiagnostics("warehouse", {
  partitionsOfNoFiles: {
    severity: "error",
    message: (p: { view: string; clause: string }) =>
      `'${p.view}' has no files of its own, which '${p.clause}' is about: write 'as: cetas', or leave it out.`,
    explanation:
      "A view and an external table read the files of their table as the table keeps them. With `as: cetas` what is seen is written into files of its own.",
  },
  refreshOfNoPartitions: {
    severity: "error",
    message: (p: { view: string }) =>
      `'${p.view}' is kept in one folder, which is written as a whole: say by 'partition_by' what it is kept apart by, or leave 'refresh' out.`,
    explanation:
      "`refresh` says which partitions a run writes. Files of a serverless SQL pool are never changed, so what is not kept apart is written anew each time.",
  },
  partitionsOfDedicated: {
    severity: "error",
    message: (p: { view: string }) =>
      `'${p.view}' is loaded into a dedicated pool from one folder, which a run writes as a whole: leave 'partition_by' out.`,
    explanation:
      "A table of a dedicated SQL pool is loaded from the files that one run has written. Of what is kept by partitions a run writes those that are due, and the rest stands in the folders of other runs.",
  },
  partitionType: {
    severity: "error",
    message: (p: { column: string; type: string }) =>
      `Files are kept apart by a date or by a whole number, and '${p.column}' has the type ${p.type}: write one of its columns as 'cast(… as date)', or leave 'partition_by' out.`,
    explanation:
      "Each value becomes part of a folder's and of a table's name, and a literal in the statement that writes its rows. Dates and whole numbers have one form that can stand in all three; a text may hold any characters, of spaces at its end T-SQL takes no notice, and of other numbers and of times there are too many.",
  },
  daysOfNoDate: {
    severity: "error",
    message: (p: { column: string; type: string }) =>
      `'last' counts days, and '${p.column}' has the type ${p.type}: keep the files apart by a date, or leave 'refresh' out.`,
    explanation: "Which partitions are of the last days is told by the date that each is of.",
  },
});
