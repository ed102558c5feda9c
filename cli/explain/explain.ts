import type { CompileResult } from "../../compiler/compile.js";
import type { Artifact } from "../../compiler/emit/artifact.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Query } from "../../compiler/ir/query.js";
import type { LinkedProject, LinkedRaw, LinkedSink, LinkedSource, LinkedTable } from "../../compiler/model/linked.js";
import { lengthOf } from "../../compiler/model/schedule.js";
import { isView } from "../../compiler/model/views.js";
import { type ExposureThing, exposureSections, exposureThings } from "./exposures.js";
import { type FlowThing, flowSections, flowThings, startsOfPipeline } from "./flow-things.js";
import { notThereSections } from "./not-there.js";
import { print, type Section } from "./section.js";
import { type Holder, sensitiveSections } from "./sensitive.js";
import { sideSections, sidesOf } from "./sides.js";
import { sinkSections, sourceSections } from "./stores.js";
import { rawSections, tableSections } from "./tables.js";
import { viewSections } from "./views.js";

/** Everything that has a name of its own: `readings/silver.readings`. */
export function explainable({ understood }: CompileResult): readonly string[] {
  return understood === undefined ? [] : [...thingsOf(understood.linked).keys(), ...sidesOf(understood.ir).keys()];
}

/** When nobody says what day it is. */
const someDay = new Date("2026-01-01T00:00:00Z");

/** What a reference or an artifact's path comes to; undefined if there is no such thing. `files`: the project's, if they are known. */
export function explain(
  selector: string,
  compiled: CompileResult,
  onlyDefaults = false,
  now: Date = someDay,
  files?: readonly string[],
): string | undefined {
  const { understood, artifacts } = compiled;
  if (understood === undefined) return undefined;
  const artifact = artifacts.find(({ path }) => path === selector.replace(/^.*?(?=(?:common|env)\/)/, ""));
  if (artifact) return backToYaml(artifact);
  const things = thingsOf(understood.linked);
  const ids = [...things.keys()].filter((id) => id === selector || id.endsWith(`/${selector}`));
  const texts = ids.flatMap((id) => {
    const thing = things.get(id);
    if (thing === undefined) return [];
    const isOfFiles = thing.kind === "landed-source" && files !== undefined;
    const absent = isOfFiles ? notThereSections(thing.source, files) : [];
    const holder = holderOf(thing);
    const marked = holder ? sensitiveSections(holder, understood.linked.project.hashKeys) : [];
    const sections = [...sectionsOf(id, thing, understood, artifacts, now), ...marked, ...absent];
    return [print(id, thing.origin, onlyDefaults ? sections.filter(({ title }) => title === "defaults") : sections)];
  });
  for (const [id, side] of sidesOf(understood.ir)) {
    if (!onlyDefaults && (id === selector || id.endsWith(`/${selector}`)))
      texts.push(print(id, side.of.origin, sideSections(side)));
  }
  return texts.length === 0 ? undefined : texts.join("\n");
}

type Understood = NonNullable<CompileResult["understood"]>;

type Thing = { readonly origin: LinkedSource["source"]["origin"] } & (
  | { readonly kind: "source"; readonly source: LinkedSource }
  | { readonly kind: "raw"; readonly table: LinkedRaw }
  | { readonly kind: "table"; readonly table: LinkedTable }
  | { readonly kind: "sink"; readonly sink: LinkedSink }
  | ExposureThing
  | FlowThing
);

function thingsOf({ pipelines }: LinkedProject): ReadonlyMap<string, Thing> {
  const things = pipelines.flatMap(
    ({ pipeline, sources, tables, sinks, flow, warehouse }): (readonly [string, Thing])[] => [
      ...sources.map(
        (source) =>
          [
            `${pipeline.name}/sources.${source.source.name}`,
            { kind: "source", source, origin: source.source.origin },
          ] as const,
      ),
      ...tables.map((table): readonly [string, Thing] => {
        const { layer, name, origin } = table.table;
        const id = `${pipeline.name}/${layer}.${name}`;
        return table.kind === "raw" ? [id, { kind: "raw", table, origin }] : [id, { kind: "table", table, origin }];
      }),
      ...sinks.map(
        (sink) =>
          [`${pipeline.name}/sinks.${sink.sink.name}`, { kind: "sink", sink, origin: sink.sink.origin }] as const,
      ),
      ...flowThings(flow),
      ...(warehouse ? exposureThings(warehouse) : []),
    ],
  );
  return new Map(things);
}

function sectionsOf(
  id: string,
  thing: Thing,
  { linked, ir }: Understood,
  artifacts: readonly Artifact[],
  now: Date,
): readonly Section[] {
  const { defaults } = linked.project;
  const query = ir.jobs.flatMap((job) => job.queries).find(({ origin }) => origin === thing.origin);
  const job = { title: "job", lines: query ? jobLines(query, ir) : [] };
  const watched = { title: "watched", lines: query ? watchLines(query, ir) : [] };
  const made = { title: "artifacts", lines: query ? artifactsOf(query, artifacts) : [] };
  switch (thing.kind) {
    case "source":
      return sourceSections(thing.source);
    case "raw":
      return [...rawSections(thing.table, query, defaults), watched, made];
    case "table":
      return [
        ...tableSections(thing.table, query, defaults, startsOfPipeline(thing.table.pipeline, linked)),
        ...(isView(thing.table) ? viewSections(thing.table, linked) : []),
        job,
        watched,
        made,
      ];
    case "exposure":
      return exposureSections(thing, id, artifacts);
    case "sink":
      return [...sinkSections(thing.sink, query, defaults), watched, made];
    default:
      return [
        ...flowSections(thing, query, { linked, ir }, now),
        ...(query ? [job, made] : landedArtifacts(thing.origin, ir, artifacts)),
      ];
  }
}

/** The same where it has columns. */
function holderOf(thing: Thing): Holder | undefined {
  switch (thing.kind) {
    case "raw":
    case "table":
    case "landed":
    case "merged":
      return { kind: "input", input: thing.table };
    case "exposure":
      return { kind: "exposure", exposure: thing.shown };
    case "sink":
      return { kind: "sink", sink: thing.sink };
    default:
      return undefined;
  }
}

/** Which of several jobs of a pipeline computes a table, and when. */
function jobLines(query: Query, { jobs, flows }: ProjectIr): readonly string[] {
  const job = jobs.find(({ queries }) => queries.includes(query));
  const own = flows.flatMap((flow) => flow.jobs.filter(({ name }) => name === job?.name))[0];
  if (job === undefined || own === undefined || (own.title === undefined && own.after.length === 0)) return [];
  return [
    `${job.name}, on a cluster of compute ${job.compute.name}`,
    own.after.length > 0
      ? `runs when ${own.after.join(" and ")} have succeeded, whose tables it reads`
      : "runs when all has landed",
  ];
}

/** When it is looked whether the streaming job runs that computes something, and who is told that it does not. */
function watchLines(query: Query, { jobs, watches }: ProjectIr): readonly string[] {
  const job = jobs.find(({ queries }) => queries.includes(query));
  return watches
    .filter((one) => one.job === job?.name)
    .map(({ name, trigger, webhook }) => {
      const told = webhook ? `the address in the secret ${webhook.secret} is told` : "nobody is told";
      return `every ${lengthOf(trigger)} by ${name}: where job ${job?.name} does not run the run fails, and ${told}`;
    });
}

/** Those that land a table, and what starts them. */
function landedArtifacts(
  origin: Thing["origin"],
  { flows }: ProjectIr,
  artifacts: readonly Artifact[],
): readonly Section[] {
  const landing = flows.flatMap(({ landings }) => landings).find((one) => one.origin === origin);
  const own = artifacts.filter(
    (artifact) => artifact.origin === origin || (landing && artifact.effects.writes.includes(landing.output.id)),
  );
  const starting = artifacts.filter(({ dependsOn }) => own.some(({ path }) => dependsOn.includes(path)));
  const paths = [...new Set([...own, ...starting].map(({ path }) => path))];
  return paths.length === 0 ? [] : [{ title: "artifacts", lines: paths }];
}

/** The artifacts that write what the query writes, and whatever runs them: its job, by way of the job's main file if it has one. */
function artifactsOf({ id, origin }: Query, artifacts: readonly Artifact[]): readonly string[] {
  const own = artifacts.filter((artifact) => artifact.origin === origin && artifact.effects.writes.length > 0);
  const runningAny = (of: readonly Artifact[]) =>
    artifacts.filter(({ kind, dependsOn }) => kind !== "notebook" && of.some(({ path }) => dependsOn.includes(path)));
  const running = runningAny(own);
  const paths = [...new Set([...own, ...running, ...runningAny(running)])].map(({ path }) => path);
  return paths.length === 0 ? [`(nothing of its own: ${id} is part of another artifact)`] : paths;
}

function backToYaml({ path, origin, effects, dependsOn }: Artifact): string {
  const list = (title: string, names: readonly string[]): readonly Section[] =>
    names.length === 0 ? [] : [{ title, lines: names }];
  return print(path, origin, [
    ...list("reads", effects.reads),
    ...list("writes", effects.writes),
    ...list("needs", dependsOn),
  ]);
}
