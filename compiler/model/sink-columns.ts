import type { LinkedSink } from "./linked.js";

/** The columns whose values a sink writes: those that are sent, and in the events of a hub those of their key and their id; undefined: all. */
export function columnsWritten(linked: Pick<LinkedSink, "to" | "input">): readonly string[] | undefined {
  const { to } = linked;
  if (to.kind === "container") return undefined;
  const key = to.kind === "hub" && to.store.key ? [to.store.key.name] : [];
  return [...new Set([...to.sent, ...key, ...columnsOfId(linked)])];
}

/** The columns that `event_id` is made of, which each event carries whatever is sent: the table's key. */
export const columnsOfId = ({ to, input }: Pick<LinkedSink, "to" | "input">): readonly string[] =>
  to.kind === "hub" ? (input.key ?? []) : [];
