import { expect, it } from "vitest";
import type { StepsIr } from "../../compiler/ir/flow.js";
import { type Activity, after, type Dependency, when } from "../../targets/adf/activity.js";
import { asTold } from "../../targets/adf/steps.js";

const steps: StepsIr = {
  attempts: undefined,
  waitSeconds: 300,
  timeoutSeconds: undefined,
  tablesAtOnce: undefined,
  webhook: undefined,
};
const wait = (name: string, seconds: number, dependsOn: readonly Dependency[]): Activity => ({
  ...{ name, type: "Wait", dependsOn, userProperties: [], typeProperties: { waitTimeInSeconds: seconds } },
});

const secondsOf = (activities: readonly Activity[]) =>
  Object.fromEntries(
    activities.flatMap((one) => (one.type === "Wait" ? [[one.name, one.typeProperties.waitTimeInSeconds]] : [])),
  );

it("a pipeline's wait is that between a failure and the next attempt, and no other one's, however long", () => {
  const among = [
    wait("between", 60, [when("first", "Failed")]),
    wait("brief", 1, [when("other", "Failed")]),
    wait("second", 60, after("between", "brief")),
    wait("end", 60, [when("tidy up", "Failed")]),
    wait("all done", 60, after("second")),
    wait("last", 60, after("all done")),
  ];
  const told = { between: 300, brief: 300, second: 60, end: 60, "all done": 60, last: 60 };
  expect(secondsOf(asTold(among, steps))).toEqual(told);
  const [inner] = asTold(
    [
      {
        ...{ name: "each", type: "ForEach", dependsOn: [], userProperties: [] },
        typeProperties: {
          items: { value: "@x", type: "Expression" },
          isSequential: false,
          batchCount: 1,
          activities: among,
        },
      },
    ],
    steps,
  );
  expect(inner?.type === "ForEach" && secondsOf(inner.typeProperties.activities)).toEqual(told);
});
