import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { allOf, closest, oneOf } from "../diagnostics/suggest.js";
import { type Label, labels } from "./sensitive.js";

/** A column that gets where it may not be, and what is sensitive in it. */
export interface Reaching {
  readonly column: string;
  readonly labels: readonly Label[];
}

const what = ({ column, labels: found }: Reaching): string => `'${column}' (${found.join(", ")})`;

/** What is wrong with where sensitive columns get to. */
export const sensitiveDiagnostics = defineDiagnostics("sensitive", {
  unknownLabel: {
    severity: "error",
    message: (p: { column: string; word: string }) => {
      const suggestion = closest(p.word, labels);
      const meant = suggestion === undefined ? "" : ` Did you mean '${suggestion}'?`;
      return `'${p.word}' is nothing that the column '${p.column}' can be sensitive for: it is ${oneOf(labels)}.${meant}`;
    },
    explanation:
      "`{ type: string, sensitive: pii }` declares a column of a source that is sensitive: `pii` (of a person), `secret`, `financial` or `health`.",
  },
  unknownHashKey: {
    severity: "error",
    message: (p: { key: string; suggestion: string | undefined }) =>
      `No key '${p.key}' is declared under 'hash_keys' in sluice.yaml.${p.suggestion === undefined ? "" : ` Did you mean '${p.suggestion}'?`}`,
    explanation:
      "`keyed_hash(email, 'customers')` hashes by a key of the project: `hash_keys: { customers: { secret: customers-hash-key, clears: [pii] } }` in sluice.yaml names the secret that it is, and says what is not in a hash any more.",
  },
  unusedHashKey: {
    severity: "warning",
    message: (p: { key: string }) => `Nothing is hashed by the key '${p.key}'.`,
    explanation: "A key under `hash_keys` is used by `keyed_hash` in the columns of tables.",
  },
  reachesSink: {
    severity: "error",
    message: (p: Reaching & { sink: string; by: "whole" | "id" | "columns" }) => {
      const wayOut = {
        whole: "drop it in a table before",
        id: "it is of the table's key, which the 'event_id' of each event is made of, so send a table with another key",
        columns: "leave it out of the sink's 'columns'",
      }[p.by];
      return `${what(p)} is sensitive and is written by 'sinks.${p.sink}', which may not hold that: ${wayOut}, say in the table that makes it harmless why it is ('declassify'), or write 'may_hold: [${p.labels.join(", ")}]' at the sink if it may.`;
    },
    explanation:
      "What is sensitive in a source goes along with every column that is made of it. A sink takes rows out of the lake, to whoever may read there, so it says what it may hold: `may_hold: [pii]`. The places beside the message are the column's way from the source.",
  },
  reachesView: {
    severity: "error",
    message: (p: Reaching & { view: string; remedy: string }) =>
      `${what(p)} is sensitive and is seen in 'warehouse.${p.view}', which may not hold that: ${p.remedy}, say why it is harmless ('declassify'), or write 'may_hold: [${p.labels.join(", ")}]' at the view if it may.`,
    explanation:
      "What is sensitive in a source goes along with every column that is made of it. A view shows it to whoever may ask the database, so it says what it may hold: `may_hold: [pii]`. The places beside the message are the column's way from the source.",
  },
  setAside: {
    severity: "error",
    message: (p: {
      table: string;
      beside: readonly string[];
      columns: readonly string[];
      labels: readonly Label[];
      isBody: boolean;
    }) =>
      `Rows that '${p.table}' sets aside stand in ${allOf(p.beside)} ${p.isBody ? "with the body of their event, and in it" : "as they came, and in them"} ${allOf(p.columns)} (${p.labels.join(", ")}): write 'may_set_aside: [${p.labels.join(", ")}]' there, or under the project's 'defaults', if they may.`,
    explanation:
      "Rows that violate what a table expects, events that cannot be parsed and rows that come too late are kept beside the table, so that they can be looked at. They hold what the row held, and of events the whole body, also columns that the table itself drops. `may_set_aside: [pii]`, of the table or under `defaults`, says what may stand there; `else: drop` and `late_rows: drop` keep no rows, but an event that cannot be parsed is always kept.",
  },
  reachesPrincipal: {
    severity: "error",
    message: (p: Reaching & { principal: string; object: string; by: "whole" | "update" | "key" | "columns" }) => {
      const wayOut = {
        whole: "grant no 'select' there",
        update: "grant no 'update' there either, as a partial update is answered with the whole item",
        key: "it is of the key, by which rows are found that are changed or deleted; grant neither",
        columns: "grant 'select' on the other columns only",
      }[p.by];
      return `${what(p)} is sensitive, and '${p.principal}' may not see what is so in '${p.object}': ${wayOut}, or write 'may_see: [${p.labels.join(", ")}]' at the principal if it may.`;
    },
    explanation:
      "A right to read a sensitive column is given to those who may see what is sensitive in it: `may_see: [pii]` of the principal. A table of a database is as sensitive as the sources that read it say.",
  },
  recorded: {
    severity: "error",
    message: (p: Reaching & { use: string; where: string; mayDeclassify: boolean }) =>
      `${what(p)} is sensitive, and as ${p.use} its values would stand in ${p.where}: take another column${p.mayDeclassify ? ", or say why it is harmless ('declassify')" : ""}.`,
    explanation:
      "The largest value of a cursor is kept in the control table, that of a watermark in the records of batches, and values that a table is partitioned by are names of folders. They are read, listed and logged by those who look after pipelines, and nobody's right to see what is sensitive reaches there.",
  },
  undeclared: {
    severity: "error",
    message: (p: Reaching & { source: string; other: string; here: Label | undefined; isWhole: boolean }) => {
      const remedy = p.isWhole
        ? "declare its fields here as they are there"
        : p.here === undefined
          ? `declare it here too, as in '{ type: string, sensitive: ${p.labels[0]} }'`
          : `here it is ${p.here}, so say one of them in both`;
      return `'${p.column}' of 'sources.${p.source}' is what 'sources.${p.other}' reads from the same place, and says to be ${p.labels.join(", ")}: ${remedy}.`;
    },
    explanation:
      "What two sources read from one table, hub, topic, file or answer is equally sensitive in both. A source that leaves it out would bring the same values into the lake as clear ones. Columns of CSV are the same by their places, all others by their names. What is harmless in the tables behind a source is declassified there, with a reason.",
  },
  nothingToDeclassify: {
    severity: "warning",
    message: (p: { column: string; of: string }) =>
      `Nothing that '${p.column}' of '${p.of}' is made of is sensitive: leave it out of 'declassify', which would take away what comes to be sensitive later.`,
    explanation:
      "`declassify` takes away what is sensitive in a column, with a reason that somebody has thought about. Of a column without anything sensitive there was nothing to think about, and what its sources declare later would be taken away unseen.",
  },
});
