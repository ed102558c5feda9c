import { defineDiagnostics } from "../diagnostics/diagnostic.js";

/** What is wrong with who sees which rows and values of a view. */
export const maskDiagnostics = defineDiagnostics("warehouse", {
  maskOfHidden: {
    severity: "error",
    message: (p: { view: string; column: string }) =>
      `'${p.view}' hides '${p.column}', so there is nothing to mask: take it out of 'hide', or out of 'masks'.`,
    explanation:
      "A column that is hidden is not in the view. One that is masked is, and others see something else in it.",
  },
  maskOfType: {
    severity: "error",
    message: (p: { column: string; type: string }) =>
      `'${p.column}' is ${p.type}, and only of a text some characters are shown: write 'show: nothing'.`,
    explanation:
      "`domain`, `first` and `last` show a part of a text. Of any other type, of which a part would be another value of that type, nothing is shown.",
  },
  maskOfGroups: {
    severity: "error",
    message: (p: { view: string }) =>
      `'${p.view}' shows groups of rows, and a mask is of a row's own value: leave 'masks' out, or group in a table of the lake and mask what a view shows of that.`,
    explanation:
      "What is computed of the values of a group may tell one of them, and groups are told apart by values. `rows` chooses the rows that are grouped.",
  },
  maskBypassed: {
    severity: "error",
    message: (p: { view: string; masked: string; shown: string; column: string; isMadeOf: boolean }) =>
      `${
        p.isMadeOf
          ? `'${p.shown}' of '${p.view}' is made of '${p.column}' too, which 'masks' keeps from others in '${p.masked}'`
          : `'${p.shown}' of '${p.view}' is made of '${p.column}', which a condition holds against what 'masks' keeps from others in '${p.masked}'`
      }: mask both, or leave '${p.shown}' out.`,
    explanation:
      "What a masked column is made of would be seen in another one beside it. A condition of a join may tell it as well, and so does an equality in `where`, or in the `rows` of somebody who is not under `unmask`: of a row that he sees he knows that it holds. If what that column tells is meant to be seen by all, compute it in a table of the lake, and show that.",
  },
});
