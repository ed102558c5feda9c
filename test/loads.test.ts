import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";

interface Load {
  readonly do: "load";
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Undefined: it is whole. */
  readonly flaw: string | null;
}

/** `event` starts a run, whatever load it tells of; so does a person. */
type Step =
  | Load
  | { readonly do: "event"; readonly of: string }
  | { readonly do: "by hand" }
  | { readonly do: "remove"; readonly name: string };

interface Run {
  readonly taken?: string | null;
  readonly rows?: Readonly<Record<string, string>>;
  readonly late?: string | null;
  readonly refused?: string;
}

function play(histories: readonly (readonly Step[])[]): readonly (readonly Run[])[] {
  const module = "targets/spark/runtime/loads.py";
  const told = execFileSync("python3", ["-B", "test/loads.py", module, "local/runner"], {
    input: JSON.stringify(histories),
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return JSON.parse(told);
}

const flaws = ["no note", "unfinished note", "short note", "short file", "missing file"];

const nameOf = (instant: number, id: number): string =>
  `load=${new Date(instant).toISOString().replaceAll(/[-:Z]/g, "")}000Z-${id.toString(16).padStart(8, "0")}`;

/** Loads, each with an instant of its own, and the events of them: each any number of times, in any order, at any time. */
const history = fc
  .uniqueArray(
    fc.record({ minute: fc.nat(2000), id: fc.nat(0xffffffff), flaw: fc.option(fc.constantFrom(...flaws)) }),
    {
      selector: ({ minute }) => minute,
      maxLength: 8,
    },
  )
  .chain((written) => {
    const loads = written.map(({ minute, id, flaw }, at): Load => {
      const files = { "a.json": `{"a":${at}}\n`, "b=1.json": `{"a":"Ł${at}"}\n` };
      return { do: "load", name: nameOf(Date.UTC(2026, 10, 27) + minute * 60_000, id), files, flaw };
    });
    const event = fc
      .constantFrom(...(loads.length > 0 ? loads : [undefined]))
      .map((load): Step => (load === undefined ? { do: "by hand" } : { do: "event", of: load.name }));
    return fc
      .array(fc.array(event, { maxLength: 3 }), { minLength: loads.length, maxLength: loads.length })
      .map((events): readonly Step[] => [
        ...loads.flatMap((load, at) => [...(events[at] ?? []), load]),
        { do: "by hand" },
      ]);
  });

it("the table is that of the newest whole load, however often, in which order and whether at all its event comes", () => {
  fc.assert(
    fc.property(fc.array(history, { minLength: 60, maxLength: 60 }), (histories) => {
      for (const [at, runs] of play(histories).entries()) {
        const steps = histories[at] ?? [];
        const places = steps.flatMap((step, place) => (step.do === "load" ? [] : [place]));
        expect(runs).toHaveLength(places.length);
        for (const [number, run] of runs.entries()) {
          const whole = steps
            .slice(0, places[number])
            .filter((step): step is Load => step.do === "load" && step.flaw === null);
          const newest = whole.toSorted((a, b) => (a.name < b.name ? 1 : -1))[0];
          expect(run).toMatchObject({ taken: newest?.name ?? null, rows: newest?.files ?? {} });
          // One that was completed after it has an earlier instant.
          const isLast = whole.at(-1) === newest;
          if (isLast) expect(run.late).toBeNull();
          else expect(run.late).toContain(`was completed after ${newest?.name}`);
        }
      }
    }),
    { numRuns: 4 },
  );
});

const load = (hour: number, flaw: string | null = null, id = 1): Load => ({
  do: "load",
  name: nameOf(Date.UTC(2026, 0, 1, hour), id),
  files: { "a.json": `{"a":${hour}}\n` },
  flaw,
});
const byHand = { do: "by hand" } as const;

it("a load that was taken and is gone is not made up for by an older one", () => {
  const gone = { do: "remove", name: load(2).name } as const;
  const [runs = []] = play([[load(1), load(2), byHand, gone, byHand, load(3), byHand]]);
  expect(runs.map(({ taken }) => taken)).toEqual([load(2).name, undefined, load(3).name]);
  expect(runs[1]?.refused).toBe(
    `lists: the load of 2026-01-01T02:00:00+00:00 was taken and is not there any more, and the newest whole one is ${load(1).name}. An older load is not taken: put it back, or have another one made.`,
  );
});

it("two whole loads of one instant are told, and what is no load's name is none", () => {
  const strange = { ...load(5), name: "load=20261399T000000.000000Z-00000001" };
  const [runs = []] = play([[load(1), load(1, "no note", 2), strange, byHand, load(1, null, 3), byHand]]);
  expect(runs[0]?.taken).toBe(load(1).name);
  expect(runs[1]?.refused).toContain(`${load(1).name} and ${load(1, null, 3).name} are of the same instant`);
});

it("a note that leads elsewhere, or names what is no file's name, is none", () => {
  const files = (name: string): Load => ({ ...load(2), files: { [name]: "" } });
  const [runs = []] = play([[load(1), files(".a.json"), byHand]]);
  expect(runs[0]?.taken).toBe(load(1).name);
});
