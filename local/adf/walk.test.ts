import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { nowhere } from "./nowhere.fixture.js";
import { readFactory } from "./read-factory.js";
import { runPipeline } from "./run-pipeline.js";
import type { WalkEvent } from "./world.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-walk-"));
afterAll(() => rmSync(folder, { recursive: true }));

const reach = {
  hasDatabase: () => false,
  hasStore: () => false,
  hasNotebook: () => false,
  functionsOf: () => undefined,
};

type Json = Readonly<Record<string, unknown>>;

/** Writes pipelines and reads the one that is called `main`. */
function read(pipelines: Readonly<Record<string, Json>>) {
  mkdirSync(join(folder, "pipeline"), { recursive: true });
  for (const [name, properties] of Object.entries(pipelines))
    writeFileSync(join(folder, "pipeline", `${name}.json`), JSON.stringify({ name, properties }));
  return readFactory([folder], "main", reach);
}

interface Walked {
  readonly error: string | undefined;
  /** `variable=value` of what was set, and how each activity ended. */
  readonly said: readonly string[];
}

async function walk(main: Json, others: Readonly<Record<string, Json>> = {}, parameters = {}): Promise<Walked> {
  const events: WalkEvent[] = [];
  const world = nowhere({ globalParameters: { lake: "there" }, tell: (event) => events.push(event) });
  let error: string | undefined;
  await runPipeline(read({ main, ...others }), { world, parameters, parent: undefined, within: [] }).catch((thrown) => {
    error = thrown.message;
  });
  const ended = events.filter(({ state }) => state !== "started");
  const said = ended.map(({ within, activity, state, output }) => {
    const value = "value" in output ? `=${JSON.stringify(output["value"])}` : "";
    return `${[...within, activity].join("/")} ${state}${value}`;
  });
  return { error, said };
}

const expression = (value: string) => ({ value, type: "Expression" });
const set = (name: string, value: unknown, more: Json = {}) => ({
  ...{ name, type: "SetVariable", typeProperties: { variableName: "v", value }, ...more },
});
const fail = (name: string, more: Json = {}) => ({
  ...{ name, type: "Fail", typeProperties: { message: expression("@concat('no ', 'more')"), errorCode: "7" }, ...more },
});
const once = (activity: string, ...dependencyConditions: readonly string[]) => ({
  dependsOn: [{ activity, dependencyConditions }],
});
const variables = { v: { type: "String" }, list: { type: "Array" } };

describe("what runs after what", () => {
  it("a failure that is seen to does not fail the pipeline", async () => {
    const activities = [fail("a"), set("b", expression("@activity('a').error.message"), once("a", "Failed"))];
    expect(await walk({ variables, activities })).toEqual({
      error: undefined,
      said: ["a Failed", 'b Succeeded="no more"'],
    });
  });

  it("with something for both cases it fails as the activity does", async () => {
    const activities = [fail("a"), set("good", "1", once("a", "Succeeded")), set("bad", "2", once("a", "Failed"))];
    expect(await walk({ variables, activities })).toEqual({
      error: "'a' has failed: no more",
      said: ["a Failed", 'bad Succeeded="2"'],
    });
  });

  it("what follows a skipped activity is skipped too, unless it asks for that", async () => {
    const activities = [
      fail("a"),
      set("b", "1", once("a", "Succeeded")),
      set("c", "2", once("b", "Succeeded")),
      set("d", "3", once("b", "Completed")),
      set("e", "4", once("b", "Failed", "Skipped")),
    ];
    const { error, said } = await walk({ variables, activities });
    expect(said).toEqual(["a Failed", 'e Succeeded="4"']);
    expect(error).toBe("'a' has failed: no more");
  });

  it("an activity that is switched off is what it is marked as", async () => {
    const activities = [
      fail("a", { state: "Inactive", onInactiveMarkAs: "Succeeded" }),
      fail("off", { state: "Inactive", onInactiveMarkAs: "Skipped" }),
      set("b", "1", once("a", "Succeeded")),
      set("c", "2", once("off", "Skipped")),
    ];
    const { error, said } = await walk({ variables, activities });
    expect(error).toBeUndefined();
    expect(said.toSorted()).toEqual(['b Succeeded="1"', 'c Succeeded="2"']);
  });
});

describe("containers", () => {
  const append = (name: string, value: unknown, more: Json = {}) => ({
    ...{ name, type: "AppendVariable", typeProperties: { variableName: "list", value: value }, ...more },
  });

  it("each turn of a ForEach sees its item and its own activities", async () => {
    const activities = [
      {
        name: "each",
        type: "ForEach",
        typeProperties: {
          isSequential: false,
          batchCount: 2,
          items: expression("@pipeline().parameters.tables"),
          activities: [
            append("one", expression("@concat(item().name, '-', pipeline().globalParameters.lake)")),
            append("two", "@{activity('one').output.value}!", once("one", "Succeeded")),
          ],
        },
      },
      set("all", expression("@join(variables('list'), ',')"), once("each", "Succeeded")),
    ];
    const parameters = { tables: { type: "array", defaultValue: [{ name: "a" }, { name: "b" }, { name: "c" }] } };
    const { error, said } = await walk({ parameters, variables, activities });
    expect(error).toBeUndefined();
    const turns = ["a", "b", "c"].flatMap((name) => [
      `${name}/one Succeeded="${name}-there"`,
      `${name}/two Succeeded="${name}-there!"`,
    ]);
    expect(said.filter((line) => line.includes("/")).toSorted()).toEqual(turns);
  });

  it("a turn that fails does not keep the others from being taken", async () => {
    const inner = {
      name: "if",
      type: "IfCondition",
      typeProperties: { expression: expression("@equals(item(), 1)"), ifTrueActivities: [fail("f")] },
    };
    const items = expression("@createArray(1, 2)");
    const each = { name: "each", type: "ForEach", typeProperties: { isSequential: true, items, activities: [inner] } };
    expect(await walk({ activities: [each] })).toEqual({
      error: "'each' has failed: 1: 'if' has failed: 'f' has failed: no more",
      said: ["1/f Failed", "1/if Failed", "2/if Succeeded", "each Failed"],
    });
  });

  it("Switch takes the case that fits, Filter the items", async () => {
    const cases = [
      { value: "x", activities: [fail("x")] },
      { value: "2", activities: [set("y", "two")] },
    ];
    const activities = [
      {
        name: "few",
        type: "Filter",
        typeProperties: { items: expression("@createArray(1,2,3)"), condition: expression("@greater(item(), 1)") },
      },
      {
        name: "switch",
        type: "Switch",
        ...once("few", "Succeeded"),
        typeProperties: { on: expression("@string(activity('few').output.FilteredItemsCount)"), cases },
      },
    ];
    expect((await walk({ variables, activities })).said).toEqual([
      "few Succeeded",
      'y Succeeded="two"',
      "switch Succeeded",
    ]);
  });

  const until = (value: string, ...activities: readonly Json[]) => ({
    ...{ name: "until", type: "Until" },
    typeProperties: { expression: expression(value), timeout: "0.00:01:00", activities },
  });
  const add = { name: "add", type: "AppendVariable", typeProperties: { variableName: "list", value: "x" } };

  it("Until goes round until its condition holds after a turn, over what the turn has brought", async () => {
    const activities = [
      until("@equals(activity('said').output.value, '3')", add, {
        ...set("said", expression("@string(length(variables('list')))")),
        ...once("add", "Succeeded"),
      }),
    ];
    const { error, said } = await walk({ variables, activities });
    expect(error).toBeUndefined();
    expect(said.filter((one) => one.includes("said"))).toEqual(
      ["1", "2", "3"].map((turn) => `${turn}/said Succeeded="${turn}"`),
    );
  });

  it("Until is not stopped by a turn that fails, and has failed with its last one", async () => {
    const activities = [until("@equals(length(variables('list')), 2)", add, fail("end"))];
    expect(await walk({ variables, activities })).toEqual({
      error: "'until' has failed: 'end' has failed: no more",
      said: ['1/add Succeeded="x"', "1/end Failed", '2/add Succeeded="x"', "2/end Failed", "until Failed"],
    });
  });

  it("Until has failed when its time is over", async () => {
    const wait = { name: "wait", type: "Wait", typeProperties: { waitTimeInSeconds: 1 } };
    const { typeProperties, ...rest } = until("@false", wait);
    const activities = [{ ...rest, typeProperties: { ...typeProperties, timeout: "0.00:00:01" } }];
    const { error } = await walk({ variables, activities });
    expect(error).toBe("'until' has failed: It was not so in 1 seconds.");
  });

  it("calls another pipeline with parameters, and fails as it does", async () => {
    const other = {
      parameters: { n: { type: "int" }, m: { type: "string", defaultValue: "m" } },
      variables,
      activities: [
        set("said", "@{pipeline().parameters.n}@{pipeline().parameters.m} @{pipeline()?.TriggeredByPipelineName}"),
        fail("end", once("said", "Succeeded")),
      ],
    };
    const call = {
      name: "call",
      type: "ExecutePipeline",
      typeProperties: {
        pipeline: { referenceName: "other", type: "PipelineReference" },
        parameters: { n: expression("@add(1, 2)") },
        waitOnCompletion: true,
      },
    };
    expect(await walk({ activities: [call] }, { other })).toEqual({
      error: "'call' has failed: 'end' has failed: no more",
      said: ['other/said Succeeded="3m main"', "other/end Failed", "call Failed"],
    });
  });
});

describe("what cannot be done here", () => {
  const problems = (main: Json) => {
    try {
      read({ main });
    } catch (error) {
      return error instanceof Error ? error.message.split("\n").slice(1, -1) : error;
    }
    return [];
  };

  it("is named before anything begins, all of it", () => {
    const activities = [
      { name: "hook", type: "WebHook", typeProperties: { url: "x" } },
      { ...set("s", "1"), onFire: true, ...once("nobody", "Succeeded") },
      {
        name: "look",
        type: "Lookup",
        typeProperties: {
          source: { type: "SqlServerSource", sqlReaderQuery: "SELECT 1", partitionOption: "DynamicRange" },
          dataset: { referenceName: "none", type: "DatasetReference" },
        },
      },
    ];
    expect(problems({ variables, activities })).toEqual([
      "  pipeline 'main', properties, 'hook': activities of the kind 'WebHook' are not run on this machine.",
      "  pipeline 'main', properties, 's': 'onFire' is not done on this machine.",
      `  pipeline 'main', properties, 'look', typeProperties, source: partitionOption: "DynamicRange" is not done on this machine, only "None".`,
      "  pipeline 'main', properties, 'look', typeProperties, dataset: there is no dataset 'none'.",
      "  pipeline 'main', properties, 's': 's' depends on 'nobody', which does not stand beside it.",
    ]);
  });

  it("is an expression that cannot be read, and a function that there is not", () => {
    const activities = [set("a", expression("@concat('a'")), set("b", "@{conct('a')}")];
    expect(problems({ variables, activities })).toEqual([
      expect.stringMatching(/^ {2}pipeline 'main': .*"@concat\('a'"/),
      `  pipeline 'main': there is no function 'conct', in "@{conct('a')}". Did you mean 'concat'?`,
    ]);
  });

  it("is a circle, and a parameter that nobody gives", async () => {
    const activities = [set("a", "1", once("b", "Succeeded")), set("b", "1", once("a", "Succeeded"))];
    expect(problems({ activities })).toEqual(["  pipeline 'main', properties, 'a': 'a', 'b' wait for each other."]);
    const parameters = { p: { type: "string" } };
    const walked = await walk({ parameters, activities: [] });
    expect(walked.error).toBe("The parameter 'p' of pipeline 'main' is not given.");
  });
});
