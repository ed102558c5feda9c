import { type ControlIr, defaultSteps } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { after, type ForEach, type IfCondition } from "./activity.js";
import type { Copy } from "./copy.js";
import { lookup, rowsOf, script } from "./database-activities.js";
import { marksTable, tableOf } from "./datasets.js";
import { call, evaluated, item, number, outputOf, parameter, quoted } from "./expression.js";
import { landedFile, sinkOf } from "./landed-files.js";
import { askedOf } from "./languages.js";
import { type ReadingNames, readingNames } from "./names.js";
import { longPolicy } from "./policy.js";
import { keepMark, selectOldMark } from "./statements.js";
import type { TableGroup } from "./tables.js";

/**
 * Reads each table of a group from its mark on: the marks, then the rows, and when they have landed the mark is kept. `isCapped`: up to
 * the end of the run's window.
 */
export function eachTable(
  group: TableGroup,
  atOnce: number,
  isCapped: boolean,
  control: ControlIr,
  project: ProjectIr,
): ForEach {
  const names = readingNames(group.number);
  const { database } = group.landings[0].landing.source;
  return {
    name: names.eachTable,
    type: "ForEach",
    description: `Tables of '${database.name}', new and changed rows by a ${group.cursor === "clock" ? "time" : "number"} that rises.`,
    dependsOn: [],
    userProperties: [],
    typeProperties: {
      items: evaluated(parameter(names.tables)),
      isSequential: false,
      batchCount: atOnce,
      activities: [
        lookup(names.oldMark, [], selectOldMark(control), marksTable(control, project), "first"),
        lookup(
          names.newMark,
          after(names.oldMark),
          askedOf(database).selectNewMark(group.cursor, names, isCapped),
          tableOf(database, project),
          "first",
        ),
        hasChanges(names, group, control, project),
      ],
    },
  };
}

const hasChanges = (names: ReadingNames, group: TableGroup, control: ControlIr, project: ProjectIr): IfCondition => ({
  name: names.hasChanges,
  type: "IfCondition",
  dependsOn: after(names.newMark),
  userProperties: [],
  typeProperties: {
    expression: evaluated(call("equals", outputOf(names.newMark, "firstRow", "changed"), number(1))),
    ifTrueActivities: [
      landRows(names, group, project),
      script(names.keepMark, after(names.landRows), keepMark(control, names), control, project),
    ],
  },
});

/** To a folder of its own, which nobody reads before the mark is kept: a retry and the next run write the same file again. */
function landRows(names: ReadingNames, { cursor, format, landings }: TableGroup, project: ProjectIr): Copy {
  const { database, dataset } = tableOf(landings[0].landing.source.database, project);
  const mark = (activity: string) => outputOf(activity, "firstRow", "mark");
  return {
    name: names.landRows,
    type: "Copy",
    dependsOn: [],
    policy: longPolicy(defaultSteps.attempts),
    userProperties: [
      { name: "Table", value: evaluated(call("concat", item("schema"), quoted("."), item("table"))) },
      { name: "Interval", value: evaluated(call("concat", mark(names.oldMark), quoted(" .. "), mark(names.newMark))) },
    ],
    typeProperties: {
      source: rowsOf(askedOf(database).selectRows(cursor, names), database, "12:00:00"),
      sink: sinkOf(format),
      enableStaging: false,
      translator: evaluated(item("mapping")),
    },
    inputs: [dataset],
    outputs: [landedFile(names.oldMark, format, project)],
  };
}
