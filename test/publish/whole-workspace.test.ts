import { expect, it } from "vitest";
import { projectNames } from "../projects.js";
import { onSynapse } from "../whole-workspace.js";
import { nothing, projectCloud, versionOf } from "./project-cloud.fixture.js";

it.each(projectNames())(
  "%s is compiled for a workspace of Synapse alone, published, planned again with nothing to do, and destroyed",
  async (name) => {
    const files = onSynapse(name);
    const version = versionOf(files);
    expect(version.diagnostics).toEqual([]);
    const planes = new Set(version.artifacts.map(({ plane }) => plane));
    expect([...planes].filter((plane) => plane === "arm" || plane === "databricks-workspace")).toEqual([]);

    const cloud = await projectCloud(files);
    const empty = cloud.everything();
    const first = await cloud.become(version);
    expect(first.kind).toBe("published");
    expect(first.steps.length).toBeGreaterThan(5);
    expect((await cloud.become(version)).steps).toEqual([]);
    expect((await cloud.become(nothing)).kind).toBe("published");
    const left = cloud.everything();
    // But for the state, which says that nothing is published any more.
    expect(left.slice(0, left.indexOf("\n_ops/publish/"))).toBe(empty);
    await cloud.stop();
  },
  60_000,
);
