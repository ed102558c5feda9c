import fc from "fast-check";
import { expect, it } from "vitest";
import { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { readSpec } from "../spec/spec.js";
import { link } from "./link.js";
import { normalize } from "./normalize.js";

// What is suggested for a table that is not there is what looking at all names one by one finds.

const project = `version: 1
project: p
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections: { events: { kind: event-hubs, namespace: ns, identity: { secret: events } } }
environments: { local: { on: this-machine } }
`;

/** In the order of the alphabet, in which the model has them. */
type Declared = readonly { readonly name: string; readonly tables: readonly string[] }[];

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 4 });
const names = fc.uniqueArray(word, { minLength: 1, maxLength: 5 }).map((all) => all.sort());
const declared: fc.Arbitrary<Declared> = fc
  .tuple(names, fc.array(names, { minLength: 5, maxLength: 5 }))
  .map(([pipelines, tables]) => pipelines.map((name, at) => ({ name, tables: tables[at] ?? [] })));

function suggested(pipelines: Declared, here: string, reference: string): string | undefined {
  const documents = pipelines.map(
    ({ name, tables }) => `pipeline: ${name}
sources:
  s: { kind: event-hub, connection: events, event_hub: ${name}, partitions: 1, format: json, columns: { id: string } }
bronze:
${tables.map((table) => `  ${table}: { from: sources.s }\n`).join("")}${name === here ? `silver: { zz: { from: ${reference}, columns: { id: id } } }\n` : ""}`,
  );
  const files: Readonly<Record<string, string>> = {
    "sluice.yaml": project,
    "pipelines/p.yaml": documents.join("---\n"),
  };
  const report = new Report();
  const spec = readSpec({ read: (path) => files[path], list: () => ["pipelines/p.yaml"] }, report);
  const model = spec && normalize(spec, report);
  if (model) link(model, report);
  const [told] = report.sorted().filter(({ origin }) => origin.dotted.endsWith("zz.from"));
  expect(told?.message).toContain(`'${reference}'`);
  return / Did you mean '([^']*)'\?/.exec(told?.message ?? "")?.[1];
}

it("is the first of the nearest names of all pipelines, its own without the pipeline's name", () => {
  fc.assert(
    fc.property(declared, fc.nat(4), word, word, fc.boolean(), (pipelines, at, local, other, isDotted) => {
      const { name: here, tables } = pipelines[at % pipelines.length] ?? { name: "", tables: [] };
      const reference = isDotted ? `${other}/bronze.${local}` : `bronze.${local}`;
      const owner = isDotted ? other : here;
      const isThere = pipelines.some(({ name, tables }) => name === owner && tables.includes(local));
      fc.pre(!isThere && tables.length > 0);
      const known = pipelines.flatMap(({ name, tables }) => {
        const ids = ["sources.s", ...tables.map((table) => `bronze.${table}`), ...(name === here ? ["silver.zz"] : [])];
        return ids.map((id) => (name === here ? id : `${name}/${id}`));
      });
      // The same name in another pipeline comes before one that only looks like it.
      const elsewhere = isDotted
        ? undefined
        : pipelines.find(({ name, tables }) => name !== here && tables.includes(local));
      expect(suggested(pipelines, here, reference)).toBe(
        elsewhere ? `${elsewhere.name}/bronze.${local}` : closest(reference, known),
      );
    }),
    { numRuns: 100 },
  );
});
