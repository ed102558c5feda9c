import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/suggest.js";

/** Types of SQL Server that what lands cannot hold, and that people want as cursors. docs/databases.md has the view. */
const readThroughView: ReadonlyMap<string, string> = new Map([
  [
    "rowversion",
    " A rowversion is read through a view: 'CAST(version AS bigint)', of rows whose version is below MIN_ACTIVE_ROWVERSION().",
  ],
  ["datetimeoffset", " A datetimeoffset is read through a view: 'CAST(at AT TIME ZONE 'UTC' AS datetime2)'."],
]);

const everyType =
  " There are string, boolean, int, bigint, double, decimal(p,s), date, timestamp, binary, array<…>, map<…> and struct<…>.";

/** Everything that can be wrong with an expression or a type word. */
export const expressionDiagnostics = defineDiagnostics("expression", {
  syntax: {
    severity: "error",
    message: (p: { expected: string; found: string }) => `Expected ${p.expected}, found ${p.found}.`,
    explanation:
      "The text is not an expression of the language. The message says what could stand at this place and what stands there. Expressions are a subset of Spark SQL's: one value, no SELECT and no statement.",
  },
  unsupportedSyntax: {
    severity: "error",
    message: (p: { what: string; instead: string }) => `${p.what} is not part of the expression language. ${p.instead}`,
    explanation:
      "Spark SQL knows this form, the expression language does not: either a clause of the table says it better (windows, joins, explode), or the form means different things under different settings of Spark. The message names what to write instead.",
  },
  badLiteral: {
    severity: "error",
    message: (p: { literal: string; problem: string }) => `${p.literal} ${p.problem}`,
    explanation:
      "A literal does not have the value it seems to have: a number that does not fit its type, a day that is not in the calendar, a word such as 'yesterday' that Spark replaces by the wall clock, or a backslash that Spark would silently drop. Write the value itself.",
  },
  unknownType: {
    severity: "error",
    message: (p: { word: string; suggestion: string | undefined }) =>
      `There is no type '${p.word}'.${readThroughView.get(p.word.toLowerCase()) ?? (p.suggestion === undefined ? everyType : didYouMean(p.suggestion))}`,
    explanation:
      "The types are string, boolean, int, bigint, double, decimal(precision,scale), date, timestamp, binary, array<type>, map<key,value> and struct<name:type,...>. Each has one name: integer, long, float and other aliases are refused, so that a type looks the same everywhere. What each type of SQL Server is declared as stands in docs/databases.md.",
  },
  badType: {
    severity: "error",
    message: (p: { problem: string }) => p.problem,
    explanation:
      "A type with parameters has parameters that no value could have: a decimal has 1 to 38 digits of which at most all stand after the point, map keys cannot be maps, and the fields of a struct have different names.",
  },
  unknownColumn: {
    severity: "error",
    message: (p: { name: string; clause: string; suggestion: string | undefined }) =>
      `'${p.name}' is not a column that ${p.clause} can use.${didYouMean(p.suggestion)}`,
    explanation:
      "The name is none of the columns of the table's input, nor of a joined table by its alias. Names are compared letter by letter, including upper and lower case.",
  },
  ambiguousColumn: {
    severity: "error",
    message: (p: { name: string; meanings: string }) => `'${p.name}' can mean ${p.meanings}.`,
    explanation:
      "The same name reaches two different values: a field of a struct, and a column of a joined table. Give the join another name.",
  },
  unknownField: {
    severity: "error",
    message: (p: { field: string; type: string; suggestion: string | undefined }) =>
      `There is no field '${p.field}' in ${p.type}.${didYouMean(p.suggestion)}`,
    explanation: "After a dot stands the name of a field of the struct before it. The message shows the struct's type.",
  },
  unknownFunction: {
    severity: "error",
    message: (p: { name: string; suggestion: string | undefined }) =>
      `There is no function '${p.name}'.${didYouMean(p.suggestion) || " docs/functions.md lists them all."}`,
    explanation:
      "The function is not in the catalogue. The manual's page of functions lists every one of them with its arguments and result.",
  },
  refusedFunction: {
    severity: "error",
    message: (p: { name: string; reason: string }) =>
      `'${p.name}' is a function of Spark SQL that expressions cannot call: ${p.reason}`,
    explanation:
      "Spark SQL has this function, but its result depends on the order of rows or on a session setting, it fails on bad input, or a clause of the table does the same in a way the compiler can check. The message names what to write instead.",
  },
  nondeterministicFunction: {
    severity: "error",
    message: (p: { name: string; instead: string }) =>
      `'${p.name}' gives another value each time it runs, so a replay would not compute the same rows. ${p.instead}`,
    explanation:
      "Batches are replayed after a failure, and tables are rebuilt from their input. That is safe only where the same input gives the same rows, so expressions cannot read the wall clock or make random values. Use a time or an identity that comes with the row, such as `enqueued_at` of events or `file_path` of files.",
  },
  argumentCount: {
    severity: "error",
    message: (p: { function: string; expected: string; found: number }) =>
      `'${p.function}' takes ${p.expected}, here it is given ${p.found === 0 ? "none" : p.found}.`,
    explanation:
      "The call has too few or too many arguments. The manual's page of functions shows each function's arguments.",
  },
  argumentType: {
    severity: "error",
    message: (p: { function: string; position: number; expected: string; found: string; remedy: string }) =>
      `Argument ${p.position} of '${p.function}' must be ${p.expected}, this is ${p.found}.${p.remedy}`,
    explanation:
      "An argument has a type that the function does not take. Only conversions that cannot fail or lose happen by themselves (int to bigint, numbers to double, date to timestamp); others are written with try_cast or cast.",
  },
  argumentForm: {
    severity: "error",
    message: (p: { function: string; position: number; problem: string }) =>
      `Argument ${p.position} of '${p.function}' ${p.problem}`,
    explanation:
      "The argument must be written out (a pattern, a unit, a format, a schema), or must be a value that cannot be null, because some value of a column would make the function fail in the middle of a batch. A written one is checked here.",
  },
  misplacedKeyed: {
    severity: "error",
    message: (p: { name: string; place: string }) =>
      `'${p.name}' stands in 'columns' and 'with_columns', and not in ${p.place}: make a column of it, here or in a table before, and use that${p.place === "a lambda" ? "; of an array explode the elements first" : ""}.`,
    explanation:
      "A hash by a secret key is computed once for each row, by a function of the notebook that has the key. Spark cannot call such a function in a lambda, and other clauses need none: they use the column with the hash.",
  },
  operatorTypes: {
    severity: "error",
    message: (p: { operator: string; left: string; right: string; remedy: string }) =>
      `'${p.operator}' does not work on ${p.left} and ${p.right}.${p.remedy}`,
    explanation:
      "The two sides of an operator have types that do not go together. Strings are never compared or computed with numbers and times by themselves, because Spark converts them in different ways under different settings: say which conversion is meant with try_cast.",
  },
  operandType: {
    severity: "error",
    message: (p: { what: string; expected: string; found: string }) =>
      `${p.what} must be ${p.expected}, this is ${p.found}.`,
    explanation:
      "A part of the expression has another type than its place demands: conditions are boolean, subscripts of arrays are int.",
  },
  nullOperand: {
    severity: "error",
    message: ({ operator }: { operator: string }) =>
      `'${operator}' with null is always null.${operator === "=" ? " Write 'is null'." : operator === "<>" ? " Write 'is not null'." : ""}`,
    explanation:
      "Nothing equals null, not even null. Write `is null` or `is not null`, or `<=>` where null should equal null.",
  },
  noCommonType: {
    severity: "error",
    message: (p: { what: string; first: string; other: string }) =>
      `${p.what} must have one type, but one is ${p.first} and this is ${p.other}.`,
    explanation:
      "The branches of CASE, the arguments of coalesce, the elements of an array and the values of IN become one value, so they need one type. Numbers widen by themselves; anything else is converted with cast or try_cast.",
  },
  unsafeCast: {
    severity: "error",
    message: (p: { from: string; to: string; remedy: string }) =>
      `A cast of ${p.from} to ${p.to} can fail or lose. ${p.remedy}`,
    explanation:
      "`cast` is for conversions that work for every value. Where a value may not fit, Spark either fails or silently gives another value, by a setting of the cluster. `try_cast` gives null for a value that does not fit, and an `expect` can catch it.",
  },
  impossibleCast: {
    severity: "error",
    message: (p: { from: string; to: string; remedy: string }) => `${p.from} cannot be cast to ${p.to}.${p.remedy}`,
    explanation: "There is no conversion between these two types.",
  },
  misplacedAggregate: {
    severity: "error",
    message: (p: { function: string; clause: string }) =>
      `'${p.function}' computes one value from many rows, and ${p.clause} has one row at a time.`,
    explanation: "Aggregate functions stand in `aggregates`, beside `group_by` or `window`.",
  },
  nestedAggregate: {
    severity: "error",
    message: (p: { function: string; outer: string }) =>
      `'${p.function}' stands inside '${p.outer}', and both compute one value from many rows.`,
    explanation: "An aggregate of aggregates is two tables: the second aggregates what the first computed.",
  },
  notGrouped: {
    severity: "error",
    message: (p: { column: string; clause: string }) =>
      `'${p.column}' has many values per group: ${p.clause} can use it only inside an aggregate or as a key of the group.`,
    explanation:
      "Add the column to `group_by`, or say which of its values is meant: `min`, `max`, `max_by(column, time)`.",
  },
  notAnAggregate: {
    severity: "error",
    message: (p: { function: string; modifier: string }) =>
      `${p.modifier} belongs to aggregates, and '${p.function}' is none.`,
    explanation: "DISTINCT and FILTER say which rows an aggregate sees. Other functions see one row.",
  },
  misplacedLambda: {
    severity: "error",
    message: (p: { problem: string }) => p.problem,
    explanation:
      "`x -> expression` stands only as an argument of a function that takes one, such as transform, filter, exists or aggregate.",
  },
});
