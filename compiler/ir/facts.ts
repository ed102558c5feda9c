import type { Expression } from "../expression/expression.js";
import { printSyntax } from "../expression/print/print-syntax.js";
import { type DataType, printType } from "../expression/type.js";
import type { Facts } from "../lock/identity.js";
import type { QueryFacts } from "../lock/next-lock.js";
import { spelled } from "../model/duration.js";
import type {
  LinkedExpectation,
  LinkedGrouping,
  LinkedInput,
  LinkedJoin,
  LinkedProject,
  LinkedRaw,
  LinkedSink,
  LinkedStore,
  LinkedTable,
  LinkedWindows,
  NamedExpression,
} from "../model/linked.js";
import { isReplaced } from "../model/replaced.js";
import { boundsFact, intervalFacts } from "./facts-interval.js";
import { placeOf } from "./lower-endpoint.js";
import { idOf, pathOf, sinkId } from "./lower-tables.js";

/**
 * What the position and the state of each streaming query depend on: everything that Spark would accept a change of on an
 * old checkpoint, and then give wrong rows (or refuse). Texts are as the language prints them, so spacing means nothing.
 */
export const factsOf = ({ pipelines }: LinkedProject): readonly QueryFacts[] =>
  pipelines.flatMap(({ tables, sinks }) => [
    ...tables.map((table) => (table.kind === "raw" ? ofRaw(table) : ofTable(table))),
    ...sinks.map(ofSink),
  ]);

/** What the offsets of a source mean: another namespace or hub has other events at the same offsets. */
function ofRaw({ table, pipeline, source: { source, connection } }: LinkedRaw): QueryFacts {
  return {
    id: idOf(pipeline, table),
    inputs: [],
    backfill: 0,
    facts: {
      table: pathOf(table),
      source: {
        from: placeOf(connection),
        hub: source.hub,
        partitions: `${source.partitions.written}`,
        read: source.read,
      },
    },
  };
}

/** A table without state depends on what it reads, what its counts are of and where it writes: its other clauses may change in place. */
function ofTable(linked: LinkedTable): QueryFacts {
  const { table, pipeline, inputs, explode, watermark, deduplicate, joins, interval, windows } = linked;
  const isStateful =
    interval !== undefined ||
    deduplicate !== undefined ||
    windows !== undefined ||
    (watermark?.decidesLateRows && !watermark.isInherited);
  // A batch's record names versions of the tables that it looked rows up in, so it ends with them as with the input.
  // A replaced table's versions go on through its generations, so rows that were looked up in it stay as they are.
  const lookedUp = joins.map((join) => join.table).filter((joined) => isReplaced(linked) || !isReplaced(joined));
  return {
    id: idOf(pipeline, table),
    inputs: [...inputs, ...lookedUp].map((input: LinkedInput) => idOf(input.pipeline, input.table)),
    backfill: 0,
    facts: {
      table: pathOf(table),
      ...(explode && {
        explode: { [explode.name]: `${typed(explode.expression)}${explode.isOuter ? ", outer" : ""}` },
      }),
      ...(joins.length > 0 && { join: Object.fromEntries(joins.map((join) => [join.name, joinFact(join)])) }),
      ...(isReplaced(linked) && replaceFacts(linked)),
      ...(isStateful && {
        ...rowFacts(linked),
        ...(interval && intervalFacts(interval)),
        ...(windows && windowFacts(windows)),
      }),
    },
  };
}

function rowFacts(linked: LinkedTable): Facts {
  const { inputs, columns, where, expectations, interval, deduplicate } = linked;
  const watermark = interval?.own ?? linked.watermark;
  const decided = isReplaced(linked) ? new Set(columns.map(({ name }) => name)) : deciding(linked);
  const moving = expectations.filter(movesRows);
  return {
    ...formats(inputs),
    ...bodyTypes(linked, decided),
    ...named(
      "columns",
      columns.filter(({ name }) => decided.has(name)),
    ),
    ...(where && { where: printSyntax(where.syntax) }),
    ...(moving.length > 0 && {
      expect: Object.fromEntries(
        moving.map(({ name, expression: { syntax }, otherwise }) => [
          name,
          `${printSyntax(syntax)}, else ${otherwise}`,
        ]),
      ),
    }),
    ...(watermark && {
      watermark: { column: watermark.column, delay: spelled(watermark.delay), ahead: spelled(watermark.ahead) },
    }),
    ...(deduplicate && { deduplicate: deduplicate.keys.join(", ") }),
  };
}

/** How bodies are parsed, which happens in the query itself. */
function formats(inputs: readonly LinkedInput[]): Facts {
  const raw = inputs.filter((input) => input.kind === "raw");
  const [only] = raw;
  if (only === undefined) return {};
  if (raw.length === 1) return { format: only.source.source.format };
  return { format: Object.fromEntries(raw.map(({ table, source }) => [pathOf(table), source.source.format])) };
}

/**
 * The types as which the fields of bodies are parsed that an expression reads which decides: another type is another value.
 * Several inputs are of one shape, so the first speaks for all.
 */
function bodyTypes({ inputs: [input], explode, columns }: LinkedTable, decided: ReadonlySet<string>): Facts {
  if (input.kind !== "raw") return {};
  const made = columns.filter(({ name }) => decided.has(name));
  const read = [...(explode ? [explode] : []), ...made].flatMap(({ expression }) => expression.references);
  const types = read.flatMap(({ path: [name, ...fields] }) => {
    const column = input.source.columns.find((candidate) => candidate.name === name);
    return column ? [[[name, ...fields].join("."), printType(fieldType(column.type, fields))] as const] : [];
  });
  return types.length === 0 ? {} : { body: Object.fromEntries(types) };
}

/** The type of a field of structs; of what is no struct, its own. */
function fieldType(type: DataType, [first, ...rest]: readonly string[]): DataType {
  const field = type.kind === "struct" ? type.fields.find(({ name }) => name === first) : undefined;
  return field ? fieldType(field.type, rest) : type;
}

/** A row that is only warned of goes on as it is. */
const movesRows = ({ otherwise }: LinkedExpectation): boolean => otherwise !== "warn";

/**
 * The columns that decide what is kept in the state and where rows go; the others may come and go with it. Rows that wait
 * for a match are kept as they are.
 */
function deciding(linked: LinkedTable): ReadonlySet<string> {
  const { columns, where, expectations, watermark, deduplicate, interval, windows } = linked;
  if (interval) return new Set(columns.map(({ name }) => name));
  const conditions = [...(where ? [where] : []), ...expectations.filter(movesRows).map(({ expression }) => expression)];
  const results = windows?.aggregates.map(({ expression }) => expression) ?? [];
  const read = [...conditions, ...results].flatMap(({ references }) => references.map(({ path: [first] }) => first));
  const clauses = [watermark?.column, windows?.column, ...(deduplicate?.keys ?? []), ...(windows?.groupBy ?? [])];
  return new Set([...read, ...clauses.filter((name) => name !== undefined)]);
}

/** `left gold.prices on item = prices.item`: a joined table is a source, known to the record of batches by the join's name. */
const joinFact = (join: LinkedJoin): string =>
  `${join.how} ${pathOf(join.table.table)} on ${join.on.map(({ syntax }) => printSyntax(syntax)).join(" and ")}${boundsFact(join)}`;

/** What is computed in another way is computed anew, so everything that decides a row's values counts. */
function replaceFacts(linked: LinkedTable): Facts {
  const joined = linked.joins.flatMap(({ name, columns }) =>
    columns.map((column) => [column.name, `${name}.${column.of}`] as const),
  );
  return {
    write: "replace",
    ...rowFacts(linked),
    ...(joined.length > 0 && { joined: Object.fromEntries(joined) }),
    ...(linked.grouping && groupFacts(linked.grouping)),
  };
}

const groupFacts = ({ groupBy, aggregates }: LinkedGrouping): Facts => ({
  ...(groupBy.length > 0 && { group_by: groupBy.join(", ") }),
  ...named("aggregates", aggregates),
});

function windowFacts(windows: LinkedWindows): Facts {
  const { column, cut } = windows;
  const { kind, ...lengths } = cut;
  const known = Object.entries(lengths).flatMap(([name, length]) =>
    length === undefined ? [] : [[name, spelled(length)] as const],
  );
  return {
    window: { type: kind, column, ...Object.fromEntries(known) },
    ...groupFacts(windows),
  };
}

/** What is sent to a hub is no fact: a change of it holds for new events, and does not send the old ones again. */
function ofSink({ sink, pipeline, to, input }: LinkedSink): QueryFacts {
  return {
    id: sinkId(pipeline, sink),
    inputs: [idOf(input.pipeline, input.table)],
    backfill: 0,
    facts: ofStore(to, input),
  };
}

function ofStore(to: LinkedStore, input: LinkedTable): Facts {
  if (to.kind === "hub") return { store: { to: placeOf(to.connection), hub: to.store.hub } };
  if (to.kind === "folder") {
    const { account, container } = to.connection;
    const { folder, format } = to.store;
    return {
      store: { account: account.written, container: container.written, folder },
      // Files of one checkpoint are of one form, so that they can be read together.
      format,
      columns: to.sent.join(", "),
    };
  }
  const { connection, store } = to;
  return {
    store: { account: connection.account.written, database: store.database, container: store.container },
    key: (input.key ?? []).join(", "),
    partition_key: store.partitionKey.name,
  };
}

const named = (clause: string, list: readonly NamedExpression[]): Facts =>
  list.length === 0
    ? {}
    : { [clause]: Object.fromEntries(list.map(({ name, expression }) => [name, typed(expression)])) };

/** State holds values of a type, and even nullability counts. */
const typed = ({ syntax, type, nullable }: Expression): string =>
  `${printSyntax(syntax)} → ${printType(type)}${nullable ? "" : " not null"}`;
