import type { Json } from "../compiler/emit/json.js";
import type { Because, Change } from "./change.js";
import { folderOf } from "./destination.js";
import { notCompared } from "./direct-scripts.js";
import type { Plan } from "./plan.js";
import { purposeWords } from "./purpose-words.js";
import { canonical } from "./records.js";
import type { Step } from "./step.js";

const signs = { create: "+", update: "~", delete: "-", clear: "-", stop: "■", start: "▶", run: "»" } as const;

const reasons: Readonly<Record<Because, string>> = {
  sources: "the sources changed",
  drift: "somebody changed it in the service",
  both: "the sources changed, and so did somebody in the service",
  unknown: "never published from here",
  destroyed: "is this project's",
};

/** What is left to people. */
export function handwork({
  purpose,
  destination,
  byHand,
  cancelled,
  rightsLeft,
  rightsByHand,
  steps,
}: Plan): readonly { readonly task: string; readonly what: string }[] {
  return [
    ...byHand.map((path) => ({
      task: path.endsWith(".sql")
        ? "To be run by hand, by the database's owner, before anything fires"
        : "To be run by hand, by who may grant rights there, as it says itself",
      what: `generated/${path}${purpose === "rollback" ? ", as it was in that release" : ""}`,
    })),
    ...rightsByHand.map(({ thing, where, task }) => ({ task, what: `${thing} at ${where}` })),
    ...rightsLeft.map(({ thing, where }) => ({
      task: "Stays as it was granted; to have it revoked, publish once without its grants while it is still declared there",
      what: `${thing} at ${where}`,
    })),
    ...cancelled.map((id) => ({
      task: "To be run by hand, to go on: somebody cancelled its run, and it stays stopped",
      what: id,
    })),
    ...(purpose === "destroy" && steps.some(({ kind }) => kind.name === "notebook")
      ? [
          {
            task: "Stays in the workspace with its empty folders, and the rights that were given on it",
            what: folderOf(destination),
          },
        ]
      : []),
  ];
}

/** A plan for people: what matters first. */
export function planText(plan: Plan): string {
  const { purpose, destination, steps, obstacles, foreign, superseded, kept } = plan;
  const parts = [
    `${destination.project} → ${destination.environment}: ${countsOf(plan)}`,
    ...whoseSources(purpose).map((line) => `  ${line}`),
    ...obstacles.map(({ thing, message }) => `  ! ${thing} ${message}`),
    ...losses(steps).map(({ id, loses }) => `  ! ${id} loses ${loses}. It needs --allow ${id}`),
    ...checkpointLines(plan).map((line) => `  ${line}`),
    ...steps.flatMap((step) => [
      `  ${signs[step.action]} ${step.action} ${step.thing}: ${step.reason}`,
      ...step.changes.map((change) => `      ${changeText(change)}`),
    ]),
    ...handwork(plan).map(({ task, what }) => `  ${task}: ${what}`),
    ...notCompared(plan).map((line) => `  ${line}`),
    ...earlierVersions(superseded).map((line) => `  ${line}`),
    ...(kept.length === 0 ? [] : ["  Fields that only the service knows, and that stay:"]),
    ...kept.map(({ thing, path }) => `      ${thing} ${path}`),
    ...(foreign.length === 0 ? [] : [`  ${foreign.length} not of this project, and left alone: ${listed(foreign)}`]),
    ...underWay(steps).map((line) => `  ${line}`),
  ];
  return `${parts.join("\n")}\n`;
}

/** What becomes of checkpoints, in lines; empty where nothing does. */
export function checkpointLines({ checkpoints, purpose }: Pick<Plan, "checkpoints" | "purpose">): readonly string[] {
  if (checkpoints === undefined) return [];
  if (checkpoints === null && purpose === "rollback")
    return [
      "Which checkpoints are opened again is not known: what runs there, or the release, was published by a version of sluice that did not record its lock and its queries.",
    ];
  if (checkpoints === null)
    return [
      "Which queries begin anew is not known: what runs there was published by a version of sluice that did not record its lock. 'sluice diff --against COMMIT' says it of a commit.",
    ];
  return [
    "Checkpoints, held against what runs there:",
    ...checkpoints.flatMap(({ lines }) => lines.map((line) => `  ${line}`)),
  ];
}

/** What reasons mean by 'the sources', where it is not what stands in the project now. */
export const whoseSources = (purpose: Plan["purpose"]): readonly string[] =>
  purpose === "rollback" ? ["Here 'the sources' are those of the release that is gone back to."] : [];

export const earlierVersions = (superseded: Plan["superseded"]): readonly string[] =>
  superseded.length === 0
    ? []
    : [`${superseded.length} earlier versions of files stay: an application may have been started with them`];

/**
 * What comes of runs that go on meanwhile. A pipeline's activity names a notebook by its path, so the service takes what is there
 * when it comes to it.
 */
export function underWay(steps: readonly Step[]): readonly string[] {
  const isNotebook = ({ kind }: Step) => kind.name === "notebook" || kind.name === "synapse.notebook";
  const actions = new Set(steps.filter(isNotebook).map(({ action }) => action));
  const isOther = actions.has("update") || actions.has("create");
  return [
    ...(isOther
      ? [
          "Runs of pipelines that are under way keep their definition; a notebook that they come to from now on is the new one.",
        ]
      : []),
    ...(actions.has("delete")
      ? ["Runs of pipelines that are under way fail where they come to a notebook that was deleted."]
      : []),
  ];
}

export function countsOf({ purpose, steps, unchanged, obstacles }: Plan): string {
  const [optional, needed] = [steps.filter(({ isOptional }) => isOptional), steps.filter((one) => !one.isOptional)];
  const count = (action: Step["action"]) => needed.filter((step) => step.action === action).length;
  const parts = [
    [count("create"), "to create"],
    [count("update"), "to update"],
    [count("delete"), "to delete"],
    [count("clear"), "to clear"],
    [count("stop"), "to stop"],
    [count("start"), "to start"],
    [count("run"), "to run"],
    [optional.length, "to clean up where it is allowed"],
    [unchanged.length, "unchanged"],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  const text =
    steps.length === 0
      ? `nothing to do${unchanged.length > 0 ? `, ${unchanged.length} unchanged` : ""}`
      : said.join(", ");
  return obstacles.length === 0 ? text : `cannot be ${purposeWords[purpose].done} (${text})`;
}

/** What cannot be published without leave. */
export const losses = (steps: readonly Step[]): readonly Step[] =>
  steps.filter(({ loses, isOptional }) => loses !== undefined && isOptional !== true);

export function changeText({ path, old, new: value, because }: Change): string {
  const name = path === "" ? "the text" : path;
  if (path === "") return `${name} changed (${reasons[because]})`;
  return `${name}: ${shortly(old)} → ${shortly(value)} (${reasons[because]})`;
}

/** One line for a value. */
function shortly(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = canonical(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const listed = (ids: readonly string[]): string =>
  ids.length > 10 ? `${ids.slice(0, 10).join(", ")} and ${ids.length - 10} more` : ids.join(", ");
