import type { LinkedInput, LinkedProject, LinkedTable } from "../model/linked.js";

/** All queried tables of a project. */
export const tablesOf = ({ pipelines }: LinkedProject): readonly LinkedTable[] =>
  pipelines.flatMap(({ tables }) => tables.filter((table) => table.kind === "table"));

/** `silver.readings` */
export const referenceOf = ({ table }: LinkedInput): string => `${table.layer}.${table.name}`;
