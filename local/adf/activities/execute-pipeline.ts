import { ActivityError } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { ActivityReader } from "../read-activities.js";
import { isObject } from "../reader.js";
import { runPipeline } from "../run-pipeline.js";

/** https://learn.microsoft.com/azure/data-factory/control-flow-execute-pipeline-activity */
export const readExecutePipeline: ActivityReader = (properties, reading) => {
  const pipeline = reading.pipeline(properties.object("pipeline"));
  const parameters = properties.optional("parameters") ?? {};
  if (!properties.flag("waitOnCompletion", false))
    properties.problem("a pipeline that nobody waits for is not run on this machine: 'waitOnCompletion' must be true.");
  return async (scope) => {
    const called = pipeline();
    const given = evaluate(parameters, scope);
    if (called === undefined || !isObject(given)) throw new ActivityError("There is no such pipeline.");
    const run = await runPipeline(called, {
      world: scope.world,
      parameters: given,
      parent: scope.run,
      within: [...scope.within, called.name],
    });
    const returned = Object.fromEntries(run.returned);
    return {
      pipelineName: called.name,
      pipelineRunId: run.id,
      ...(run.returned.size === 0 ? {} : { pipelineReturnValue: returned }),
    };
  };
};
