import type { HashKeys } from "../../compiler/model/hash-key.js";
import type { LinkedExposure, LinkedInput, LinkedSink } from "../../compiler/model/linked.js";
import type { Allowed, Declassification } from "../../compiler/model/sensitive.js";
import { cleared, type Sensitivity, sensitivityOf } from "../../compiler/model/sensitivity.js";
import { type Hop, hopsOf, type Mark, type Marks } from "../../compiler/model/sensitivity-mark.js";
import { columnsWritten } from "../../compiler/model/sink-columns.js";
import { aligned, type Section } from "./section.js";

/** What has columns in which something can be sensitive. */
export type Holder =
  | { readonly kind: "input"; readonly input: LinkedInput }
  | { readonly kind: "exposure"; readonly exposure: LinkedExposure }
  | { readonly kind: "sink"; readonly sink: LinkedSink };

/** What is sensitive in the columns of a thing, from where it comes, and what was done about it. */
export function sensitiveSections(holder: Holder, keys: HashKeys): readonly Section[] {
  const sensitivity = sensitivityOf(keys);
  return [
    { title: "sensitive", lines: markLines(marksOf(holder, sensitivity)) },
    { title: "hashed", lines: hashedLines(holder, sensitivity) },
    { title: "declassified", lines: declassifiedOf(holder).map(({ column, reason }) => `${column.name}: ${reason}`) },
    ...allowedOf(holder).map(({ title, allowed }) => ({ title, lines: allowedLines(allowed) })),
  ];
}

function marksOf(holder: Holder, sensitivity: Sensitivity): Marks {
  switch (holder.kind) {
    case "input":
      return sensitivity.of(holder.input);
    case "exposure":
      return cleared(holder.exposure.exposure, sensitivity.seen(holder.exposure));
    case "sink": {
      const marks = sensitivity.of(holder.sink.input);
      const columns = columnsWritten(holder.sink);
      return columns === undefined ? marks : new Map([...marks].filter(([column]) => columns.includes(column)));
    }
  }
}

function declassifiedOf(holder: Holder): readonly Declassification[] {
  if (holder.kind === "exposure") return holder.exposure.exposure.declassify;
  if (holder.kind === "sink" || holder.input.kind === "raw" || holder.input.kind === "landed") return [];
  return holder.input.table.declassify;
}

function allowedOf(holder: Holder): readonly { readonly title: string; readonly allowed: Allowed }[] {
  if (holder.kind === "exposure") return [{ title: "may hold", allowed: holder.exposure.exposure.mayHold }];
  if (holder.kind === "sink") return [{ title: "may hold", allowed: holder.sink.sink.mayHold }];
  if (holder.input.kind === "raw" || holder.input.kind === "landed") return [];
  return [{ title: "may set aside", allowed: holder.input.table.maySetAside }];
}

/** `user pii by 'customers' ← sources.users.email (…), …`: what was in the values that a column has the hashes of. */
function hashedLines(holder: Holder, sensitivity: Sensitivity): readonly string[] {
  if (holder.kind !== "input" || holder.input.kind === "raw" || holder.input.kind === "landed") return [];
  return aligned(
    sensitivity
      .hashed(holder.input)
      .flatMap(({ column, key, marks }) =>
        marks.map((mark) => [column, mark.label, `by '${key}'`, `← ${wayTo(mark)}`]),
      ),
  );
}

const allowedLines = ({ labels, origin }: Allowed): readonly string[] =>
  origin === undefined ? [] : [`${labels.join(", ")} (${origin.file.path}:${origin.key().start.line})`];

const markLines = (marks: Marks): readonly string[] =>
  aligned(
    [...marks].flatMap(([column, found]) =>
      found.map((mark) => [[column, ...mark.fields].join("."), mark.label, `← ${wayTo(mark)}`]),
    ),
  );

/** From where it is declared: `sources.users.email (pipelines/users.yaml:17), bronze.users.email`. */
function wayTo(mark: Mark): string {
  const [root, ...rest] = hopsOf(mark);
  const place = root && `${named(root)} (${root.origin.file.path}:${root.origin.start.line})`;
  return [place, ...rest.slice(0, -1).map(named)].join(", ");
}

const named = ({ of, column }: Hop): string => `${of}.${column}`;
