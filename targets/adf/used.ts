import type { DatabaseIr } from "../../compiler/ir/database.js";
import { type ControlIr, type FlowIr, tableLandings } from "../../compiler/ir/flow.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import { jobsOf } from "./global-parameters.js";
import type { LandedFormat } from "./landed-files.js";

/** The databases that are read, and the one that keeps the marks, each once. */
export const databasesOf = (flows: readonly FlowIr[], control: ControlIr | undefined): readonly DatabaseIr[] => [
  ...new Map(
    [
      ...flows.flatMap(({ landings }) => tableLandings(landings)).map(({ source }) => source.database),
      ...(control ? [control.database] : []),
    ].map((database) => [database.name, database]),
  ).values(),
];

/** The jobs that take what has landed. */
export const jobsOfAll = (flows: readonly FlowIr[], project: ProjectIr): readonly JobIr[] =>
  flows.flatMap((flow) => jobsOf(flow, project));

/** What their landings are written in, but for answers of APIs, which land as they came. */
export const formatsOf = (flows: Iterable<FlowIr>): ReadonlySet<LandedFormat> =>
  new Set(
    [...flows].flatMap(({ landings }) =>
      landings.flatMap(({ source, output }) => (source.kind === "api-rows" ? [] : [output.format])),
    ),
  );
