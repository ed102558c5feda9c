import { expect, it } from "vitest";
import { impatient } from "./cloud.fixture.js";
import { changed, projects } from "./matrix.fixture.js";
import { goingWrong, requestsOf } from "./mishaps.fixture.js";
import { nothing, projectCloud, versionOf } from "./project-cloud.fixture.js";

const mishaps = ["killed before", "killed after", "answer lost", "429", "500", "operation that never ends"];

/**
 * Which mishaps each request meets: every fourth one of them, by turns; with `SLUICE_MATRIX=all` every request all of them, which takes 50 minutes;
 * with `SLUICE_MATRIX=2/5` every request whose turn in five it is, so that five such runs are the whole.
 */
const matrix = process.env["SLUICE_MATRIX"]?.replace("all", "1/1");
const [share = 1, shares = 1] = matrix?.split("/").map(Number) ?? [];
const mishapsAt = (index: number): readonly string[] =>
  matrix
    ? mishaps.filter(() => index % shares === share - 1)
    : mishaps.filter((_, turn) => index % 4 === 0 && turn === (index / 4) % mishaps.length);

it.each(Object.entries(projects))(
  "%s: made, changed and destroyed, with every request going wrong; done again, the end is the same",
  async (name, files) => {
    const cloud = await projectCloud(files);
    const [one, other] = [versionOf(files), versionOf(changed(files))];
    const trips = [
      { from: nothing, to: one },
      { from: one, to: other },
      { from: other, to: nothing },
    ];
    let runs = 0;
    const strays: string[] = [];
    for (const { from, to } of trips) {
      await cloud.become(from);
      cloud.control.clearLog();
      const { kind, steps } = await cloud.become(to);
      expect(kind).toBe("published");
      expect(steps.length).toBeGreaterThan(0);
      const [requests, end] = [requestsOf(cloud.control.log), cloud.everything()];
      for (const [index, at] of requests.entries())
        for (const mishap of mishapsAt(index)) {
          await cloud.become(from);
          goingWrong(cloud.control, mishap, at);
          await cloud.become(to, { ...impatient, operation: 100 }).catch(() => undefined);
          cloud.control.play(undefined);
          cloud.afterAMinute();
          const again = await cloud.become(to);
          runs += 1;
          if (again.kind !== "published" || cloud.everything() !== end)
            strays.push(`${mishap} at ${at}: ${again.kind}`);
        }
      expect((await cloud.become(to)).steps).toEqual([]);
    }
    await cloud.stop();
    if (matrix) console.log(`${name}: ${runs} runs`);
    expect(strays).toEqual([]);
  },
  3_600_000,
);
