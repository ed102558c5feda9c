import type { CompileResult } from "../../compiler/compile.js";
import type { Query } from "../../compiler/ir/query.js";
import type { LinkedProject } from "../../compiler/model/linked.js";
import type {
  LinkedAfter,
  LinkedFlow,
  LinkedLanded,
  LinkedLandedSource,
  LinkedMerged,
} from "../../compiler/model/linked-landings.js";
import type { LinkedTrigger } from "../../compiler/model/linked-triggers.js";
import type { Origin } from "../../compiler/source/origin.js";
import { apiSections } from "./apis.js";
import { afterSections, startedOf, startsOf } from "./chains.js";
import { fileSetSections } from "./file-sets.js";
import { databaseSections, landedSections, mergedSections } from "./flows.js";
import { loadsSections } from "./loads.js";
import type { Section } from "./section.js";
import { stepSections } from "./steps.js";
import { triggerSections } from "./triggers.js";

/** What has to do with landing tables, and has a name. */
export type FlowThing =
  | { readonly kind: "landed-source"; readonly source: LinkedLandedSource }
  | { readonly kind: "landed"; readonly table: LinkedLanded }
  | { readonly kind: "merged"; readonly table: LinkedMerged }
  | { readonly kind: "trigger"; readonly trigger: LinkedTrigger }
  | { readonly kind: "after"; readonly after: LinkedAfter };

type Entry = readonly [id: string, thing: FlowThing & { readonly origin: Origin }];

/** By `users/sources.users`, `users/triggers.nightly`. */
export const flowThings = ({ sources, landings, merged, triggers, after }: LinkedFlow): readonly Entry[] => [
  ...sources.map(
    (source): Entry => [
      `${source.pipeline}/sources.${source.source.name}`,
      { kind: "landed-source", source, origin: source.source.origin },
    ],
  ),
  ...landings.map(
    (table): Entry => [
      `${table.pipeline}/bronze.${table.table.name}`,
      { kind: "landed", table, origin: table.table.origin },
    ],
  ),
  ...merged.map(
    (table): Entry => [
      `${table.pipeline}/${table.table.layer}.${table.table.name}`,
      { kind: "merged", table, origin: table.table.origin },
    ],
  ),
  ...triggers.map(
    (trigger): Entry => [
      `${trigger.pipeline}/triggers.${trigger.trigger.name}`,
      { kind: "trigger", trigger, origin: trigger.trigger.origin },
    ],
  ),
  ...(after === undefined
    ? []
    : [
        [
          `${after.pipeline}/triggers.${after.after.name}`,
          { kind: "after", after, origin: after.after.origin },
        ] satisfies Entry,
      ]),
];

/** What starts a pipeline: `nightly, every day at 02:00 (Europe/Warsaw)`. */
export const startsOfPipeline = (name: string, { pipelines }: LinkedProject): readonly string[] =>
  pipelines.filter(({ pipeline }) => pipeline.name === name).flatMap(({ flow }) => startsOf(flow));

export function flowSections(
  thing: FlowThing & { readonly origin: Origin },
  query: Query | undefined,
  { linked, ir }: Pick<NonNullable<CompileResult["understood"]>, "linked" | "ir">,
  now: Date,
): readonly Section[] {
  const starts = (pipeline: string): readonly string[] => startsOfPipeline(pipeline, linked);
  switch (thing.kind) {
    case "landed-source":
      if (thing.source.kind === "http") return apiSections(thing.source, linked.control);
      if (thing.source.kind === "loads") return loadsSections(thing.source);
      return thing.source.kind === "database"
        ? databaseSections(thing.source, linked.control)
        : fileSetSections(thing.source, linked.control);
    case "landed": {
      const landing = ir.flows.flatMap(({ landings }) => landings).find(({ origin }) => origin === thing.origin);
      const pipeline = linked.pipelines.find(({ pipeline: { name } }) => name === thing.table.pipeline)?.pipeline;
      return [
        ...landedSections(thing.table, landing, starts(thing.table.pipeline)),
        ...(pipeline ? stepSections(pipeline.steps) : []),
      ];
    }
    case "merged":
      return mergedSections(thing.table, query, starts(thing.table.pipeline));
    case "trigger":
      return triggerSections(thing.trigger, startedOf(thing.trigger.pipeline, ir), now);
    case "after":
      return afterSections(thing.after, ir);
  }
}
