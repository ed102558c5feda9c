import fc from "fast-check";
import { expect, it } from "vitest";
import { type KindName, kinds } from "./kinds.js";
import type { Plan } from "./plan.js";
import { planMarkdown } from "./plan-markdown.js";
import { planText } from "./plan-text.js";
import { nowhere } from "./shop.fixture.js";
import type { Step } from "./step.js";

const step = (action: Step["action"], kind: KindName, more: Partial<Step> = {}): Step => ({
  id: `${action}:${kind}/n`,
  action,
  thing: `${kind}/n`,
  kind: kinds[kind],
  name: "n",
  address: undefined,
  before: undefined,
  value: undefined,
  changes: [],
  reason: "why",
  loses: undefined,
  after: [],
  ...more,
});

const planOf = (more: Partial<Plan> = {}): Plan => ({
  version: 1,
  purpose: "publish",
  sluice: "1",
  destination: nowhere,
  digest: "d",
  steps: [],
  unchanged: [],
  foreign: [],
  byHand: [],
  rightsLeft: [],
  rightsByHand: [],
  cancelled: [],
  superseded: [],
  kept: [],
  obstacles: [],
  ...more,
});

/** Everything that a plan can say, with one text of others at every place that can hold it. */
const full = (text: string, kind: KindName = "notebook"): Plan =>
  planOf({
    purpose: "rollback",
    steps: [
      step("update", kind, {
        thing: text,
        id: text,
        reason: text,
        loses: text,
        changes: [
          { path: text, old: text, new: 2, because: "drift" },
          { path: "", old: 1, new: 2, because: "both" },
        ],
      }),
      step("delete", kind),
    ],
    unchanged: ["pipeline/same"],
    foreign: [text],
    byHand: [text],
    rightsLeft: [{ thing: text, where: text }],
    rightsByHand: [{ thing: text, where: text, task: "To be done by hand" }],
    cancelled: [text],
    superseded: ["file/one", "file/two"],
    kept: [{ thing: text, path: text }],
    obstacles: [{ thing: text, message: text }],
  });

const wordsOf = (page: string): readonly string[] => page.match(/[\p{L}\p{N}]+/gu) ?? [];

it.each(["notebook", "synapse.notebook"] as const)("says what the page of text says, of a %s", (kind) => {
  for (const purpose of ["publish", "rollback", "destroy"] as const) {
    const plan = { ...full("theirs", kind), purpose };
    const [text, page] = [planText(plan), planMarkdown(plan)];
    const said = new Set(wordsOf(page.toLowerCase()));
    expect(wordsOf(text.toLowerCase()).filter((word) => !said.has(word))).toEqual([]);
    const facts = [
      "Runs of pipelines that are under way keep their definition; a notebook that they come to from now on is the new one.",
      "Runs of pipelines that are under way fail where they come to a notebook that was deleted.",
      "2 earlier versions of files stay: an application may have been started with them",
      ...(purpose === "rollback" ? ["Here 'the sources' are those of the release that is gone back to."] : []),
    ];
    for (const fact of facts) {
      expect(text).toContain(fact);
      expect(page).toContain(fact);
    }
  }
});

/** What is left of a page for a reader of Markdown: without code, and with what is escaped as something that is no mark. */
const outsideOfCode = (page: string): string =>
  page.replace(/\\[!-/:-@[-`{-~]|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "x");

const markup = [
  "a|b",
  "a\\|<b>x</b>`",
  "a\\\\|<b>c",
  "`<img src=x>`",
  "``<i>",
  "\\",
  "a\\",
  "`",
  "``` x",
  "`|<b>x</b>|`",
  "`\\|<b>",
  "<!-- x",
  "@octo",
  "http://evil.example/x",
  "www.evil.example",
  "(https://evil.example)",
  "mailto:a@b.com",
  "a@b.com",
  "[a](javascript:x)",
  "x\n\n# h",
  "#12",
  "gh-1 owner/repo#3",
  "GH-12",
  "~~a~~",
  "a\u2028# b",
  "&lt;b&gt;",
  "a&#64;octo",
  "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
  ":tada:",
  "$$x$$",
  " ",
  "",
  "|",
  "||",
];

/** Lines of a page with what in them is markup of ours, as it is of a text that has nothing of it. */
const shapeOf = (page: string): readonly string[] =>
  outsideOfCode(page)
    .split("\n")
    .map((line) => (line.match(/<br>|(?<!&)#+|[|`[\]<@$*_~]|:\/\/|www\.|&(?!#124;)/g) ?? []).join(""));

it("makes nothing of what others wrote", () => {
  const plain = shapeOf(planMarkdown(full("theirs")));
  for (const text of markup) expect(shapeOf(planMarkdown(full(text))), text).toEqual(plain);
  const parts = ["|", "\\", "`", "<b>", "@o", "#1", "a", " ", "\n", "www.", "http://", "&", "[", "]("];
  const texts = fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((some) => some.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      expect(shapeOf(planMarkdown(full(text)))).toEqual(plain);
    }),
  );
});

it("fits into a comment, whatever there is much of", () => {
  const long = "pipeline/".padEnd(1000, "long|");
  const many = Array.from({ length: 1500 }, (_, at) => `${long}${at}`);
  const changes = many.map((path) => ({ path, old: 1, new: 2, because: "drift" as const }));
  const steps = many.map((id) => step("update", "pipeline", { id, thing: id, loses: id, changes }));
  const obstacles = many.map((thing) => ({ thing, message: thing }));
  const kept = many.map((thing) => ({ thing, path: thing }));
  const some = { steps: steps.slice(0, 2), foreign: many, kept, byHand: many, cancelled: many, obstacles };
  for (const plan of [planOf({ ...some, steps }), planOf(some), planOf({ steps: steps.slice(0, 1) })])
    expect(planMarkdown(plan).length).toBeLessThan(65_000);
  // One step's many fields do not crowd out the step.
  expect(planMarkdown(planOf({ steps: [step("update", "pipeline", { changes })] }))).toContain(
    "| update | `pipeline/n` |",
  );
  expect(planMarkdown(planOf(some))).toMatch(/and \d+ more/);
});
