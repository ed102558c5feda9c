import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { didYouMean, oneOf } from "../diagnostics/suggest.js";

/** ` 'user' and 'secret' are missing here.`, or nothing. */
const isMissing = (missing: readonly string[]): string =>
  missing.length === 0 ? "" : ` ${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} missing here.`;

/** How other kinds of joins are written. */
const otherwise = {
  right:
    "to keep those of the other one, read it here (`from`) and join this one with 'how: left', with 'before' and 'after' of 'within' changed over.",
  full: "to keep those of both, join each with the other by 'how: left' in a table of its own, keep of the second, in one that reads it, the rows in which what was joined is null ('where'), and put both together ('union').",
  anti: "to keep those without a match, join with 'how: left', and keep the rows in which what was joined is null in a table that reads this one ('where').",
} as const;

/** What is wrong with a file before anything in it has a meaning: as YAML, or against the language's schema. */
export const specDiagnostics = defineDiagnostics("spec", {
  yamlSyntax: {
    severity: "error",
    message: (p: { detail: string }) => `This is not YAML: ${p.detail}`,
    explanation: "The file cannot be read as YAML 1.2. Nothing else in the file is looked at until this is mended.",
  },
  notUtf8: {
    severity: "error",
    message: (p: { detail: string }) => p.detail,
    explanation:
      "Files of a project are text in UTF-8. Read as that, what was written in another encoding would become the sign U+FFFD, in names, notebooks and data alike; so a file that holds this sign is refused as well; where the sign itself is meant, write its escape `\\uFFFD` in double quotes. Nothing else in the file is looked at until this is mended.",
  },
  tooDeep: {
    severity: "error",
    message: (_: Record<string, never>) => "This is nested too deep: more than 100 levels.",
    explanation:
      "No project has lists and mappings within each other a hundred times; mostly a bracket repeats by mistake.",
  },
  controlCharacter: {
    severity: "error",
    message: (p: { character: string; of: "a file" | undefined }) =>
      p.of === undefined
        ? `The character ${p.character} cannot stand in a text: remove it.`
        : `The character ${p.character} cannot stand in the name of ${p.of}: give it another one.`,
    explanation:
      "Control characters, the separators U+2028 and U+2029 and halves of a surrogate pair break notebooks, jobs and what shows them, and signs that turn the direction of text (U+202A to U+202E, U+2066 to U+2069) make them read otherwise than they run; tabs and line ends are fine. In a string of an expression write Spark's escape, without double quotes of YAML around it: `split(x, '\\u0001')`.",
  },
  cutValue: {
    severity: "error",
    message: (p: { value: string }) => {
      const quoted = p.value.includes('"') ? `'${p.value.replaceAll("'", "''")}'` : `"${p.value}"`;
      return `Between braces a comma ends a value that stands in no quotes: write ${quoted}.`;
    },
    explanation:
      "Of `{ price: decimal(9,2) }` YAML makes the value `decimal(9` and a key `2)`. A type or an expression with a comma stands in quotes there; on a line of its own (`price: decimal(9,2)`) it needs none.",
  },
  duplicateKey: {
    severity: "error",
    message: (p: { key: string }) => `'${p.key}' is written twice in one mapping.`,
    explanation: "YAML readers disagree about which of two equal keys counts. Remove one, or rename it.",
  },
  mergeKey: {
    severity: "error",
    message: (_: Record<string, never>) =>
      "Merge keys ('<<') are not part of YAML 1.2; repeat the properties, or name the shared value by an anchor.",
    explanation:
      "A merge key hides where a property comes from. An anchor (`&name`) and alias (`*name`) for a whole value work.",
  },
  unknownAlias: {
    severity: "error",
    message: (p: { alias: string }) =>
      `No anchor '&${p.alias}' stands before this alias. A pattern that begins with '*' needs quotes: "*${p.alias}".`,
    explanation:
      "An alias (`*name`) repeats the value that an anchor (`&name`) names earlier in the same document; it cannot stand inside its own anchor. What begins with `*` and is meant as it stands, as a pattern is, needs quotes.",
  },
  tooManyAliases: {
    severity: "error",
    message: (_: Record<string, never>) => "The aliases of this document repeat more values than any project has.",
    explanation: "Aliases of values that hold aliases multiply. Write the values out, or fewer of them.",
  },
  keyNotText: {
    severity: "error",
    message: (_: Record<string, never>) => "A key must be plain text; put 'null' and the like into quotes.",
    explanation: "YAML allows lists and mappings as keys; this language has no use for them.",
  },
  severalDocuments: {
    severity: "error",
    message: (_: Record<string, never>) =>
      "'sluice.yaml' is one document, and '---' begins another: remove it, or give a pipeline a file of its own under 'pipelines/'.",
    explanation:
      "A line `---` parts documents of YAML. A pipeline file may hold several, one for each pipeline; `sluice.yaml` describes the one project.",
  },
  notAMapping: {
    severity: "error",
    message: (p: { kind: "project" | "pipeline" | "database" }) =>
      ({
        project: "A project file is a mapping that begins with 'version' and 'project'.",
        pipeline: "A pipeline is a mapping that begins with 'pipeline'.",
        database: "A file under 'schemas/' is a mapping that begins with 'connection' and 'tables'.",
      })[p.kind],
    explanation:
      "Each document of a pipeline file describes one pipeline, each under `schemas/` tables of one database; `sluice.yaml` holds one document that describes the project.",
  },
  unknownProperty: {
    severity: "error",
    message: (p: { property: string; suggestion: string | undefined; missing: readonly string[] }) =>
      `Unknown property '${p.property}'.${didYouMean(p.suggestion)}${isMissing(p.missing)}`,
    explanation:
      "The language has no such word here. Words of the language are listed with a description by `sluice schema`.",
  },
  propertyOfOther: {
    severity: "error",
    message: (p: { property: string; others: readonly string[] }) => `'${p.property}' belongs to ${oneOf(p.others)}.`,
    explanation:
      "The language has the word, but not for this kind of thing. Write the other kind, if that was meant, or leave the property out.",
  },
  clauseOfTable: {
    severity: "error",
    message: (p: { property: string; thing: string }) =>
      `'${p.property}' is a clause of tables under 'silver' and 'gold': write it in one of them, not in ${p.thing}.`,
    explanation:
      "A source says what comes in, and bronze holds it as it came. What is made of it is said in the tables that read it, and what a sink sends is a table.",
  },
  missingProperty: {
    severity: "error",
    message: (p: { property: string }) => `'${p.property}' is missing here.`,
    explanation: "The property is required: there is no default that would be right for everyone.",
  },
  noneOf: {
    severity: "error",
    message: (p: { properties: readonly string[] }) => `${oneOf(p.properties)} is missing here.`,
    explanation: "One of the properties is required: they say the same thing in different ways.",
  },
  moreThanOneOf: {
    severity: "error",
    message: (p: { properties: readonly string[] }) =>
      `Only one of ${p.properties.map((property) => `'${property}'`).join(" and ")} can stand here.`,
    explanation: "The properties say the same thing in different ways, so one of them has to go.",
  },
  wrongType: {
    severity: "error",
    message: (p: { expected: string; found: string; meaning?: string; examples: readonly string[] }) => {
      const asIn = p.examples.length === 0 ? "" : ` such as ${oneOf(p.examples)}`;
      return `Expected ${p.expected}${asIn}, found ${p.found}.${p.meaning === undefined ? "" : ` Here stands: ${p.meaning}`}`;
    },
    explanation: "The value has another shape than the language asks for.",
  },
  severalInputs: {
    severity: "error",
    message: (p: { inputs: readonly string[] }) =>
      p.inputs.length === 1
        ? `'from' names one table, without brackets: 'from: ${p.inputs[0]}'.`
        : `'from' names one table. Tables whose rows are read together stand in 'union': 'union: [${p.inputs.join(", ")}]'; one in which rows are looked up stands in 'join'.`,
    explanation:
      "A table reads one table by `from`, or several of the same columns by `union`. A `join` adds columns of another table.",
  },
  missingName: {
    severity: "error",
    message: (p: { property: string; first: string }) =>
      `A name is missing: what stands under '${p.property}' has names, as in '${p.property}: { a_name: { ${p.first}: … } }'.`,
    explanation:
      "The property holds any number of mappings, each by a name that is chosen freely: by it expressions know a joined table, and counts and the quarantine an expectation.",
  },
  notAllowedValue: {
    severity: "error",
    message: (p: { allowed: readonly string[]; suggestion: string | undefined; isOfAdded: boolean }) =>
      `Expected ${oneOf(p.allowed)}.${p.isOfAdded ? " Rows that are only added are 'upsert' too." : didYouMean(p.suggestion)}`,
    explanation: "Only the listed values are known here.",
  },
  keysForEver: {
    severity: "error",
    message: (_: Record<string, never>) =>
      "Each key would be kept for ever, and each row compared with all of them: write 'within: watermark', which says how long.",
    explanation:
      "Spark keeps keys without end where no watermark bounds them, until the query has no memory left. `within: watermark` finds repeats as long as the watermark has not passed the first; what comes later is late, and `late_rows` says what becomes of it.",
  },
  pairsWithoutBound: {
    severity: "error",
    message: (_: Record<string, never>) =>
      "Without a bound each row would wait for a match for ever: say how far apart the two event times may be ('after: 1 hour'), or leave 'within' out to look rows up in the table as it is.",
    explanation:
      "Spark pairs rows of two streams by an equality alone, and keeps every row of both for as long as the query lives. `within` bounds what is kept: by it and the watermarks it is known when a row can have no match any more.",
  },
  joinOfOtherKind: {
    severity: "error",
    message: ({ kind }: { kind: keyof typeof otherwise }) =>
      `A join keeps rows of the table that has it: ${otherwise[kind]}`,
    explanation:
      "Each row of a table comes from its input, and its columns, key and watermark are those of the input's rows. With a right or full join it would have rows of another table too, of which it knows neither. And Spark knows no `anti` join of two streams, while a row of a `left` join without a match is written once it can have none. `union` puts together what was made of either side, in columns of the same names and types.",
  },
  calendarLength: {
    severity: "error",
    message: (p: { unit: string }) =>
      `A ${p.unit} has no one length: write days, as '${p.unit === "month" ? 30 : 365} days'.`,
    explanation:
      "Months and years are longer and shorter. Spark refuses them for windows, and takes a month for 31 days where it is the delay of a watermark.",
  },
  noLength: {
    severity: "error",
    message: (p: { isDelay: boolean }) =>
      p.isDelay
        ? "Without a delay it would depend on how batches are cut which of two rows out of order is late: write '1 second', say."
        : "A length of time is more than nothing: write '1 second', say.",
    explanation:
      "A watermark moves when a batch is done. With a delay of nothing two rows that come out of order are both in time where one batch brings both, and the second is late where each has a batch of its own.",
  },
  wrongForm: {
    severity: "error",
    message: (p: { description: string; examples: readonly string[] }) =>
      p.examples.length === 0
        ? `This does not fit. Expected: ${p.description}`
        : `This does not fit. Write it as ${oneOf(p.examples)}.`,
    explanation:
      "The text has not the form that the property asks for; the message shows how it is written, or is the property's own description.",
  },
  secretAsText: {
    severity: "error",
    message: (_: Record<string, never>) =>
      "A secret is only named here: write the name that it has in the vault, of letters, digits and '-'.",
    explanation:
      "No secret stands in a project, in what it compiles to, or in a log. Put it into the Key Vault that `secrets` names, change it if it was ever committed, and write its name.",
  },
  tooFew: {
    severity: "error",
    message: (p: { least: number; found: number }) =>
      `At least ${p.least === 1 ? "one is" : `${p.least} are`} needed here; there ${p.found === 1 ? "is one" : "is none"}.`,
    explanation: "The property does nothing with fewer: add what is missing, or leave the property out.",
  },
  repeatedItem: {
    severity: "error",
    message: (p: { item: string }) => `'${p.item}' stands here already.`,
    explanation: "Each item of the list counts once.",
  },
  wrongName: {
    severity: "error",
    message: (p: { name: string; rule: string }) => `'${p.name}' cannot be a name here: use ${p.rule}.`,
    explanation:
      "Names become parts of paths, columns and parameters on several engines, so they are kept to what all of them take.",
  },
  tooLong: {
    severity: "error",
    message: (p: { length: number; most: number }) => `This has ${p.length} characters; ${p.most} are the most here.`,
    explanation:
      "Names become parts of the names of files, jobs and tasks, which engines and services limit: a file's name has 255 bytes at most, a Databricks task's key 100 characters. Those of columns have 255 at most, as all names in Unity Catalog. https://docs.databricks.com/api/workspace/jobs/create https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-names",
  },
  schemaViolation: {
    severity: "error",
    message: (p: { detail: string }) => `The value is not allowed here: it ${p.detail}.`,
    explanation: "A bound of the schema is broken; the message says which.",
  },
  emptyProject: {
    severity: "error",
    message: (_: Record<string, never>) =>
      "The file is empty. A project needs 'version', 'project', 'platform', 'lake' and 'environments'; 'sluice init' makes one.",
    explanation:
      "A file that is empty, or holds only comments, describes no project. It is no project without pipelines either, for which all that was generated would be removed.",
  },
  emptyPipeline: {
    severity: "warning",
    message: (_: Record<string, never>) => "The file describes no pipeline: write one, or remove the file.",
    explanation:
      "A pipeline file that is empty, or holds only comments, declares nothing; what it declared before is removed from the generated files.",
  },
  emptyDatabase: {
    severity: "warning",
    message: (_: Record<string, never>) => "The file lists no tables: write some, or remove the file.",
    explanation:
      "A file under `schemas/` that is empty, or holds only comments, lists no table that a source could read.",
  },
  missingProject: {
    severity: "error",
    message: (_: Record<string, never>) => "The project's folder has no 'sluice.yaml'. Make one with 'sluice init'.",
    explanation: "A project is a folder with a `sluice.yaml` and pipelines beside it or under `pipelines/`.",
  },
});
