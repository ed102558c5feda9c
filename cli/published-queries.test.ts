import { expect, it } from "vitest";
import { compile } from "../compiler/compile.js";
import { wantedOf } from "../publish/wanted.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "../test/golden.js";
import { projects } from "../test/publish/matrix.fixture.js";
import { destinationOf } from "./azure-destination.js";
import { publishedQueries } from "./published-queries.js";

it.each(Object.entries(projects))(
  "%s: what runs each query is published by the name that it is known by",
  (_, files) => {
    const { artifacts, understood } = compile(memoryHost(files), targets, { environments: ["prod"] });
    if (understood === undefined) throw new Error("The project has errors");
    const destination = destinationOf(understood.ir, "prod", {});
    if ("kind" in destination) throw new Error("There is no such environment");
    const wanted = new Map(wantedOf(artifacts, destination).map((one) => [one.id, one]));
    const queries = publishedQueries(understood.ir, understood.queries, "prod");
    for (const { id, kind, runs } of queries) {
      expect([id, runs.filter((thing) => !wanted.has(thing))]).toEqual([id, []]);
      // Landings, and what data flows compute, are an orchestrator's.
      const isOfSpark = understood.ir.jobs.some((job) => job.queries.some((query) => query.id === id));
      expect([id, runs.length > 0]).toEqual([id, isOfSpark]);
      if (!["landing", "apply-changes", "replace"].includes(kind)) expect([id, isOfSpark]).toEqual([id, true]);
      const text = runs.map((thing) => JSON.stringify(wanted.get(thing)?.value)).join();
      const isDefinition = runs.some((thing) => thing.startsWith("synapse.sparkJobDefinition/"));
      if (runs.length > 0 && !isDefinition) expect(text).toContain(`name=\\"${id}\\"`);
    }
  },
);
