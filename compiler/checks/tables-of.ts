import type { LinkedProject, LinkedRaw, LinkedTable } from "../model/linked.js";

/** All queried tables of a project. */
export const tablesOf = ({ pipelines }: LinkedProject): readonly LinkedTable[] =>
  pipelines.flatMap(({ tables }) => tables.filter((table) => table.kind === "table"));

/** `silver.readings` */
export const referenceOf = ({ table }: LinkedTable | LinkedRaw): string => `${table.layer}.${table.name}`;
