import type { Json } from "../compiler/emit/json.js";
import type { Destination } from "./destination.js";
import { directRuns, placeOf, unread } from "./direct-scripts.js";
import { kinds } from "./kinds.js";
import type { Obstacle } from "./plan.js";
import type { Readings } from "./readings.js";
import { isSame, valueAt } from "./records.js";
import { batchesValue, runnerOf, type Script, scriptsToRun } from "./script.js";
import { publishedOf, type State } from "./state.js";
import { type Step, stepId } from "./step.js";
import { type Live, type ThingId, thingId, type Wanted } from "./thing.js";

interface Runs {
  /** One for each pipeline that is to run scripts, and for each database in which publishing itself runs them. */
  readonly steps: readonly Step[];
  /** Those that people run. */
  readonly byHand: readonly Script[];
  readonly obstacles: readonly Obstacle[];
}

/** Bytes that an activity may be handed: https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#data-factory-limits */
const mostBytes = 896 * 1024;

/** Who runs the scripts that are new or have changed. */
export function scriptRuns(
  scripts: readonly Script[],
  wanted: readonly Wanted[],
  { live, state }: Pick<Readings, "live" | "state">,
  destination: Destination,
): Runs {
  const direct = directRuns(scripts, { state, live }, destination);
  const others = scripts.filter((script) => script.run === undefined || placeOf(script, destination) === undefined);
  const of = (script: Script) => runnerOf(script, wanted, destination);
  const isNew = (script: Script): boolean => {
    const runner = of(script);
    return runner !== undefined && (!Object.hasOwn(state.published, runner.id) || hasMoved(runner, wanted, state));
  };
  const by = scriptsToRun(others, state, isNew).map((script) => ({ script, runner: of(script) }));
  const runners = [...new Set(by.flatMap(({ runner }) => runner ?? []))];
  const there = new Map<ThingId, Live>(live.map((one) => [one.id, one]));
  const steps = runners.map((runner) => {
    const scripts = by.filter((one) => one.runner === runner).map(({ script }) => script);
    return step(runner, there.get(runner.id), scripts);
  });
  return {
    steps: [...direct, ...steps],
    byHand: by.filter(({ runner }) => runner === undefined).map(({ script }) => script),
    obstacles: steps.flatMap(tooLarge),
  };
}

/** The linked service by which a pipeline opens its database. */
export const serviceOf = (pipeline: string): ThingId => thingId(kinds.linkedService, pipeline.replaceAll("-", "_"));

/** Whether what the pipeline opens is another database than before, or may be. */
function hasMoved({ name }: Wanted, wanted: readonly Wanted[], state: State): boolean {
  const id = serviceOf(name);
  const service = wanted.find((one) => one.id === id);
  const placeOf = (value: Json) =>
    ["server", "database"].map((key) => valueAt(value, "properties", "typeProperties", key) ?? null);
  return (
    service !== undefined && publishedOf(state, id).some((before) => !isSame(placeOf(before), placeOf(service.value)))
  );
}

const step = (runner: Wanted, live: Live | undefined, scripts: readonly Script[]): Step => ({
  id: stepId("run", runner.id),
  action: "run",
  thing: runner.id,
  kind: runner.kind,
  name: live?.name ?? runner.name,
  address: undefined,
  before: undefined,
  value: { batches: batchesValue(scripts) },
  changes: [],
  reason: `these scripts are new, have changed, or stand on one that has: ${scripts.map(({ path }) => path).join(", ")}`,
  loses: scripts.some(({ path }) => path.startsWith("common/grants/")) ? unread : undefined,
  after: [],
});

/** Each batch is an activity's own. */
function tooLarge({ thing, value }: Step): readonly Obstacle[] {
  const size = Buffer.byteLength(JSON.stringify(value ?? null));
  if (size <= mostBytes) return [];
  return [
    {
      thing,
      message: `cannot be handed scripts of ${size} bytes, ${mostBytes} are the most: take 'deploy_as' out and run them by hand, or publish in parts`,
    },
  ];
}
