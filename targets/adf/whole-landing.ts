import { type ControlIr, defaultSteps } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { after, type Fail, type ForEach, type IfCondition } from "./activity.js";
import type { Copy } from "./copy.js";
import { lookup, rowsOf, script } from "./database-activities.js";
import { marksTable, tableOf } from "./datasets.js";
import { call, evaluated, filled, item, number, outputOf, parameter, quoted } from "./expression.js";
import { landedFile, sinkOf } from "./landed-files.js";
import { askedOf } from "./languages.js";
import { type WholeNames, wholeNames } from "./names.js";
import { longPolicy } from "./policy.js";
import { keepLanding, selectLastLanding } from "./whole-statements.js";
import type { WholeGroup } from "./whole-tables.js";

/** Reads each table of a group as a whole; what has landed is kept, unless nothing has where there was something before. */
export function eachWholeTable(group: WholeGroup, atOnce: number, control: ControlIr, project: ProjectIr): ForEach {
  const names = wholeNames(group.number);
  const { database } = group.landings[0].source;
  return {
    name: names.eachTable,
    type: "ForEach",
    description: `Tables of '${database.name}', all rows.`,
    dependsOn: [],
    userProperties: [],
    typeProperties: {
      items: evaluated(parameter(names.tables)),
      isSequential: false,
      batchCount: atOnce,
      activities: [
        lookup(names.lastLanding, [], selectLastLanding(control), marksTable(control, project), "first"),
        lookup(
          names.readingTime,
          after(names.lastLanding),
          askedOf(database).selectReadingTime(names),
          tableOf(database, project),
          "first",
        ),
        landTable(names, group, project),
        isBelieved(names, group, control, project),
      ],
    },
  };
}

/** To a folder of its own, which nobody reads before the landing is kept: a retry and the next run write the same file again. */
function landTable(names: WholeNames, { format, landings }: WholeGroup, project: ProjectIr): Copy {
  const { database, dataset } = tableOf(landings[0].source.database, project);
  return {
    name: names.landTable,
    type: "Copy",
    dependsOn: after(names.readingTime),
    policy: longPolicy(defaultSteps.attempts),
    userProperties: [
      { name: "Table", value: evaluated(call("concat", item("schema"), quoted("."), item("table"))) },
      { name: "Read at", value: evaluated(outputOf(names.readingTime, "firstRow", "read_at")) },
    ],
    typeProperties: {
      source: rowsOf(askedOf(database).selectTable(names), database, "12:00:00"),
      sink: sinkOf(format),
      enableStaging: false,
      translator: evaluated(item("mapping")),
    },
    inputs: [dataset],
    outputs: [landedFile(names.lastLanding, format, project)],
  };
}

/** A table that was emptied, or whose rows may not be seen for a while, would have all that is made of it deleted. */
function isBelieved(names: WholeNames, { landings }: WholeGroup, control: ControlIr, project: ProjectIr): IfCondition {
  const hasRows = call("greater", outputOf(names.landTable, "rowsCopied"), number(0));
  const hadNone = call("equals", outputOf(names.lastLanding, "firstRow", "seen"), number(0));
  return {
    name: names.isBelieved,
    type: "IfCondition",
    dependsOn: after(names.landTable),
    userProperties: [],
    typeProperties: {
      expression: evaluated(call("or", item("may_be_empty"), call("or", hasRows, hadNone))),
      ifTrueActivities: [script(names.keepLanding, [], keepLanding(control, names), control, project)],
      ifFalseActivities: [refuseEmpty(names, landings[0].source.database.name)],
    },
  };
}

const refuseEmpty = (names: WholeNames, database: string): Fail => ({
  name: names.refuseEmpty,
  type: "Fail",
  dependsOn: [],
  userProperties: [],
  typeProperties: {
    message: filled([
      { hole: call("concat", item("schema"), quoted("."), item("table")) },
      ` of '${database}' has no rows, and had `,
      { hole: outputOf(names.lastLanding, "firstRow", "seen") },
      " when it was read before. Nothing was taken of it. If it is right that it is empty, write 'may_be_empty: true' at its source.",
    ]),
    errorCode: "EmptyTable",
  },
});
