import fc from "fast-check";
import { expect, it } from "vitest";
import { user } from "../../local/azure/seed.js";
import { impatient } from "./cloud.fixture.js";
import { changed, projects } from "./matrix.fixture.js";
import { projectCloud, versionOf } from "./project-cloud.fixture.js";

/** May do all that the first publisher may. */
const second = "55555555-5555-5555-5555-555555555555";

it.each(Object.entries(projects))(
  "%s: of two publishers that meet while one is at work the other writes nothing, and the first comes to its end",
  async (_, files) => {
    const cloud = await projectCloud(files, [{ ...user, id: second, client: second }]);
    const versions = [versionOf(files), versionOf(changed(files))] as const;
    await cloud.become(versions[0]);
    cloud.control.clearLog();
    await cloud.become(versions[1]);
    const holds = cloud.control.log.flatMap(({ path }, at) => (path.includes("comp=lease") ? [at + 1] : []));
    const [begun, ended] = [holds[0] ?? Number.NaN, holds.at(-1) ?? Number.NaN];
    expect(ended).toBeGreaterThan(begun + 4);
    /** They meet at a request between the first one's lease and its end; the seed of a failure is printed. */
    const law = fc.asyncProperty(fc.nat(999), async (share) => {
      // On the way back, which may be a few requests shorter.
      const at = begun + 1 + Math.floor((share / 1000) * 0.8 * (ended - begun));
      const [to, from] = versions;
      let seen = 0;
      let met: { readonly kind: string } | undefined;
      cloud.control.clearLog();
      cloud.control.play(async () => {
        seen += 1;
        if (seen !== at) return undefined;
        cloud.control.play(undefined);
        met = await cloud.become(from, impatient, second);
        return undefined;
      });
      const done = await cloud.become(to);
      cloud.control.play(undefined);
      const written = cloud.control
        .writes()
        .filter(({ principal, path }) => principal === second && !path.includes("comp=lease"));
      expect({ at, first: done.kind, other: met?.kind, written }).toEqual({
        ...{ at, first: "published", other: "another-publisher", written: [] },
      });
      expect((await cloud.become(to)).steps).toEqual([]);
    });
    await fc.assert(law, { numRuns: 1, endOnFailure: true });
    await cloud.stop();
  },
  120_000,
);
