import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { allOf, didYouMean } from "../diagnostics/suggest.js";

/** What is wrong with pipelines that run after each other. */
export const chainDiagnostics = defineDiagnostics("chain", {
  unknownPipeline: {
    severity: "error",
    message: (p: { pipeline: string; suggestion: string | undefined }) =>
      `The project has no pipeline '${p.pipeline}'.${didYouMean(p.suggestion)}`,
    explanation: "`after` names pipelines of the same project, as their `pipeline` says.",
  },
  afterStream: {
    severity: "error",
    message: (p: { pipeline: string }) =>
      `'${p.pipeline}' lands no table of a database, so it is not started, and nothing can come after it.`,
    explanation:
      "A pipeline that lands tables of databases is started, does its work and ends. Queries over streams are kept running: what reads their tables reads what is there. What is computed of tables that another pipeline lands stands in that pipeline: `after` names that one.",
  },
  severalAfter: {
    severity: "error",
    message: (p: { pipeline: string; one: string; other: string }) =>
      `'${p.pipeline}' has an 'after' already, '${p.one}': name all pipelines in it, as a list; '${p.other}' cannot be a second one.`,
    explanation:
      "A pipeline runs when all that its `after` lists have succeeded. With a second `after` it would run twice, or it would not be said when.",
  },
  circle: {
    severity: "error",
    message: (p: { circle: readonly string[] }) =>
      `Pipelines wait for each other: ${p.circle.map((name) => `'${name}'`).join(" after ")}.`,
    explanation: "None of them could be the first. The message spells the circle.",
  },
  unlikeStarts: {
    severity: "error",
    message: (p: { pipeline: string; one: string; other: string }) =>
      `'${p.pipeline}' comes after '${p.one}' and '${p.other}', which are started at different times: it is not said after which runs of them. Give both the same triggers, or let one of them come after the other.`,
    explanation:
      "Pipelines that come after each other are one run: a master starts the first ones together, and each other one when those before it have succeeded. So the first ones have the same times as triggers, or none of them has any. Waiting for whichever runs last would mean that a failed run, or one that takes long, pairs a new run of the one with an old run of the other.",
  },
  startedBetween: {
    severity: "error",
    message: (p: { pipeline: string; trigger: string; before: readonly string[]; after: readonly string[] }) =>
      `'${p.trigger}' starts '${p.pipeline}' by itself, which else comes after ${allOf(p.before)}: it is not said whether ${allOf(p.after)} then ${p.after.length === 1 ? "comes" : "come"} after it. Leave '${p.trigger}' out, or give it to the first of them.`,
    explanation:
      "A pipeline may have triggers beside `after`: they start it alone. If others come after it, that would leave them out of some of its runs and not of others.",
  },
});
