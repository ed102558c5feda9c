import { defineDiagnostics } from "../../diagnostics/diagnostic.js";
import { allOf, didYouMean, oneOf } from "../../diagnostics/suggest.js";

/** What is wrong with a file under `schemas/`, and with what `tables` and `for_each` stand for. */
export const expansionDiagnostics = defineDiagnostics("expansion", {
  unknownConnection: {
    severity: "error",
    message: (p: { connection: string; suggestion: string | undefined }) =>
      `There is no connection '${p.connection}' in 'sluice.yaml'.${didYouMean(p.suggestion)}`,
    explanation:
      "A file under `schemas/` says by `connection` of which database its tables are; sources with that connection take their columns from it.",
  },
  noDatabase: {
    severity: "error",
    message: (p: { connection: string; kind: string }) =>
      `'${p.connection}' is a connection to ${p.kind}, which is no database that tables are read from.`,
    explanation: "Files under `schemas/` list tables of databases: of connections whose `kind` is one of a source too.",
  },
  tableTwice: {
    severity: "error",
    message: (p: { table: string; connection: string }) => `'${p.table}' of '${p.connection}' is listed already.`,
    explanation:
      "Each table of a database is listed once, in one of the files under `schemas/`. Names that differ only in upper and lower case are mostly one table to SQL Server and Azure SQL Database, so they count as one there; to PostgreSQL they are two.",
  },
  unknownType: {
    severity: "error",
    message: (p: { type: string; kind: string; suggestion: string | undefined }) =>
      `'${p.type}' is no type of ${p.kind} that is known here.${didYouMean(p.suggestion)}`,
    explanation:
      "With `types: database` the types of a file under `schemas/` are the database's own words. Those that are known stand in `docs/databases.md`. Without it they are the words that sources use: `string`, `bigint`, `timestamp`.",
  },
  unusedSchema: {
    severity: "warning",
    message: (p: { connection: string }) => `No source reads a table of '${p.connection}' that is listed here.`,
    explanation:
      "A file under `schemas/` is there for sources: they take their columns from it, and `tables` its tables. Remove it, or name its connection as those sources do that are to read from it.",
  },
  unreadableType: {
    severity: "error",
    message: (p: { column: string; type: string; table: string }) =>
      `'${p.column}' is ${p.type}, which cannot be read: leave the column out, or list a view of '${p.table}' that casts it.`,
    explanation:
      "What lands of a database's table is text, numbers, truth values, days and times (`docs/databases.md` has the list, and how a view casts the others). The file may leave columns out: only those that it lists are read.",
  },
  typeOfDatabase: {
    severity: "error",
    message: (p: { type: string; kind: string }) =>
      `'${p.type}' is a type of ${p.kind}, and none of those that sources use: write 'types: database' in this file, if its types are the database's own.`,
    explanation:
      "The types of a file under `schemas/` are words of one kind: without `types: database` those that sources use (`string`, `decimal(12,2)`), with it the database's own (`nvarchar(50)`, `money`). It is told once for a file.",
  },
  tableIsPattern: {
    severity: "error",
    message: (p: { pattern: string }) =>
      `'${p.pattern}' stands for several tables, and 'table' is one: write 'tables: "${p.pattern}"'.`,
    explanation:
      "A source reads one table. With `tables` it is written once for all that a pattern stands for, and is a source for each of them; its name then holds a placeholder: `pos_${table}`.",
  },
  noSchema: {
    severity: "error",
    message: (p: { property: string; connection: string }) =>
      `'${p.property}' is missing here, and no file under 'schemas/' lists tables of '${p.connection}'.`,
    explanation:
      "A source of a database says which columns it reads, or leaves that, and the primary key, to a file under `schemas/` that lists the database's tables. `sluice schema import` makes one of the database's own list.",
  },
  noTables: {
    severity: "error",
    message: (p: { connection: string }) =>
      `No file under 'schemas/' lists tables of '${p.connection}', so there are none that could be meant.`,
    explanation:
      "`tables` of a source takes its tables from the files under `schemas/`, which are part of the project: what is in the database is not asked when a project is compiled. `sluice schema import` makes such a file of the database's own list.",
  },
  unknownTable: {
    severity: "error",
    message: (p: { table: string; connection: string; suggestion: string | undefined }) =>
      `No file under 'schemas/' lists '${p.table}' of '${p.connection}'.${didYouMean(p.suggestion)}`,
    explanation:
      "A source that leaves out `columns` takes them from the file under `schemas/` that lists its table. Add the table there, or write the columns.",
  },
  noPrimaryKey: {
    severity: "error",
    message: (p: { table: string }) =>
      `'primary_key' is missing here, and the file under 'schemas/' has none for '${p.table}'.`,
    explanation:
      "What is read `incremental` needs to know what tells two rows of the table apart. Write `primary_key` in the file under `schemas/`, or in the source.",
  },
  matchesNothing: {
    severity: "error",
    message: (p: { pattern: string; among: string; suggestion: string | undefined }) =>
      `'${p.pattern}' stands for none of the ${p.among}.${didYouMean(p.suggestion)}`,
    explanation:
      "A pattern of `tables` or `for_each` must stand for something: a name that was misspelt, or was removed elsewhere, would else be left out silently. In a pattern `*` stands for any part of a name.",
  },
  exceptNothing: {
    severity: "error",
    message: (p: { pattern: string; suggestion: string | undefined }) =>
      `'${p.pattern}' is none of those that 'of' stands for.${didYouMean(p.suggestion)}`,
    explanation: "What `except` leaves out must be there without it. Remove it, if it is gone.",
  },
  leavesNothing: {
    severity: "error",
    message: (_: Record<string, never>) => "'except' leaves out all that 'of' stands for.",
    explanation:
      "Nothing is left that the source, table or sink could be made for. Narrow `except`, or remove the whole.",
  },
  notBelow: {
    severity: "error",
    message: (p: { pattern: string; layer: string; below: readonly string[] }) =>
      `A ${p.layer === "sinks" ? "sink" : `table under '${p.layer}'`} is made for each of ${oneOf(p.below)}, not for '${p.pattern}'.`,
    explanation:
      "`for_each` goes over what is known first: under `bronze` over sources, under `silver` over sources and bronze tables, under `gold` over all of those and silver tables, under `sinks` over all. Of another pipeline (`shop/silver.*`) it goes over the same layer too.",
  },
  unknownPipeline: {
    severity: "error",
    message: (p: { pipeline: string; suggestion: string | undefined }) =>
      `There is no pipeline '${p.pipeline}'.${didYouMean(p.suggestion)}`,
    explanation:
      "What stands before `/` in a pattern of `for_each` is another pipeline of the project, by the name that `pipeline` gives it.",
  },
  circle: {
    severity: "error",
    message: (p: { circle: readonly string[] }) =>
      `Each of these would have to be known before the other: ${p.circle.map((one) => `'${one}'`).join(", which goes over ")}.`,
    explanation:
      "Two pipelines cannot each make tables for each table of one layer of the other, as neither's names are known first. Let one of them go over a layer below, or write its tables out.",
  },
  nameOfAll: {
    severity: "error",
    message: (p: { name: string; property: string; suggestion: string }) =>
      `'${p.name}' would be the name of all that '${p.property}' stands for: write '${p.suggestion}', or put the placeholder elsewhere in it.`,
    explanation:
      "Each source, table and sink has a name of its own, also where they are written together. The name is written with a placeholder: `${table}` with `tables` (`${schema}` where that tells them apart), `${each}` with `for_each`.",
  },
  nameOfOne: {
    severity: "error",
    message: (p: { placeholder: string; property: string; where: string }) =>
      `'\${${p.placeholder}}' ${p.where}, and without '${p.property}' stands for nothing.`,
    explanation:
      "`${table}` and `${schema}` stand for the names of a table of the database and its schema in a source with `tables`, and `${each}` for a name, or the part of it that `*` stands for, in a table or sink with `for_each`.",
  },
  readsTheSame: {
    severity: "error",
    message: (p: { property: string; read: readonly string[]; suggestion: string }) =>
      `All that '${p.property}' stands for would read ${allOf(p.read)}: write '${p.suggestion}', or so.`,
    explanation:
      "What is made for each of several reads something of each: `${each}` stands in `from`, in one of `union`, or in a `table` of `join`. Else they would have other names and the same rows.",
  },
  unknownPlaceholder: {
    severity: "error",
    message: (p: { placeholder: string; property: string; known: readonly string[]; suggestion: string | undefined }) =>
      `'\${${p.placeholder}}' is no placeholder of '${p.property}', which has ${allOf(p.known)}.${didYouMean(p.suggestion)}`,
    explanation:
      "In a source with `tables` the placeholders are `${schema}` and `${table}`, in a table or sink with `for_each` it is `${each}`. Names have no other, no variables either: they are the same in all environments.",
  },
  placeholderElsewhere: {
    severity: "error",
    message: (p: { placeholder: string; places: readonly string[] }) =>
      `'\${${p.placeholder}}' cannot stand here: only in the name and in ${oneOf(p.places)}.`,
    explanation:
      "A placeholder stands for a name, where a name stands. Expressions, columns and whatever else is said of all the tables is the same for each of them. What differs for one is written for it alone, and left out here by `except`.",
  },
  placeholderIsVariable: {
    severity: "error",
    message: (p: { placeholder: string }) =>
      `'\${${p.placeholder}}' is a name here, and 'sluice.yaml' has a variable that is called so: call the variable otherwise.`,
    explanation:
      "In what is written with `tables` or `for_each`, `${table}`, `${schema}` and `${each}` are names of tables. A variable of the project that is called so could be meant too.",
  },
  sameName: {
    severity: "error",
    message: (p: { name: string; one: string; other: string | undefined }) =>
      p.other === undefined
        ? `'${p.one}' would be called '${p.name}' here, which is written already: leave it out by 'except', or choose another name.`
        : `'${p.one}' and '${p.other}' would both be called '${p.name}' here.`,
    explanation:
      "Names are unique. Those of a database's tables are written small, with `_` before a capital (`OrderLines`: `order_lines`); where two schemas have tables of one name, `${schema}_${table}` tells them apart.",
  },
});
