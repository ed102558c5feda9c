import { parse, stringify } from "yaml";
import type { Tree } from "./golden.js";
import { allProjects } from "./projects.js";

/** A project's `sluice.yaml`, as far as it is put together with others. */
interface Project {
  readonly platform?: Named;
  readonly control?: Named;
  readonly lake?: Named;
  readonly secrets?: Named;
  readonly hash_keys?: Named;
  readonly compute?: Readonly<Record<string, Named>>;
  readonly connections?: Readonly<Record<string, Named>>;
  readonly principals?: Readonly<Record<string, Named>>;
  readonly environments?: Readonly<Record<string, Environment>>;
}

interface Environment extends Named {
  readonly variables?: Readonly<Record<string, string>>;
  readonly compute?: Readonly<Record<string, Named>>;
}

type Named = Readonly<Record<string, unknown>>;

/** What all projects share, whatever each has by itself. */
const shared = { lake_account: "everything", vault: "everything" };

/**
 * All projects to copy as one, in one environment: what each has of its own (pipelines, connections, principals) is beside that of the others, and
 * they share the lake, the vault, what orchestrates and what Spark runs on. `read`: a project written for that platform. Variables are put in
 * where they are used. Throws where two have something else by one name.
 */
export function allInOne(read: (name: string) => Tree): Tree {
  const single = allProjects().map((name) => placed(name, read(name)));
  const projects: readonly Project[] = single.map((files) => parse(files["sluice.yaml"] ?? ""));
  const homes = said(projects.map(({ environments }) => environments?.["prod"]));
  // A project of rights alone has no platform; one of streams alone says less of it than others.
  const platforms = said(projects.map(({ platform }) => platform));
  const home = homes.find((one) => "factory" in one || "workspace" in one);
  const { variables: _, compute: __, ...place } = home ?? {};
  return {
    ...together(single.map(({ "sluice.yaml": ___, ...files }) => files)),
    "sluice.yaml": stringify({
      version: 1,
      project: "everything",
      platform: platforms.find((one) => "orchestrator" in one),
      lake: together(said(projects.map(({ lake }) => lake)).map((lake) => ({ ...lake, account: shared.lake_account }))),
      secrets: together(said(projects.map(({ secrets }) => secrets))),
      // One database has the marks of all.
      control: said(projects.map(({ control }) => control)).at(-1),
      hash_keys: together(said(projects.map(({ hash_keys }) => hash_keys))),
      compute: { small: oneOf(said(projects.map(({ compute }) => compute))) },
      connections: together(said(projects.map(({ connections }) => connections))),
      principals: together(said(projects.map(({ principals }) => principals))),
      environments: { prod: { ...place, compute: { small: oneOf(said(homes.map(({ compute }) => compute))) } } },
    }),
  };
}

/** Its files in one folder with those of others, with the values of `prod` for variables, and without a lock, which is of one project. */
function placed(name: string, files: Tree): Tree {
  const project: Project = parse(files["sluice.yaml"] ?? "");
  const variables = { ...project.environments?.["prod"]?.variables, ...shared };
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => !path.endsWith(".lock"))
      .map(([path, text]) => [
        path === "sluice.yaml" ? path : `pipelines/${name}-${path.replace(/^pipelines\//, "").replaceAll("/", "-")}`,
        Object.entries(variables)
          .reduce((before, [variable, value]) => before.replaceAll(`\${${variable}}`, value), text)
          // More than one project has some.
          .replace(/^( +)analysts:/gm, `$1${name.replaceAll("-", "_")}_analysts:`),
      ]),
  );
}

/** All names; throws where two are not the same. */
function together<T>(several: readonly Readonly<Record<string, T>>[]): Readonly<Record<string, T>> {
  const entries = several.flatMap((one) => Object.entries(one));
  for (const [name, value] of entries)
    for (const [other, another] of entries)
      if (name === other && JSON.stringify(value) !== JSON.stringify(another)) throw new Error(`Two have '${name}'`);
  return Object.fromEntries(entries);
}

/** Each project has one kind of compute: this is one that does for all. */
const oneOf = (several: readonly Readonly<Record<string, Named>>[]): Named =>
  Object.assign({}, ...several.flatMap((one) => Object.values(one)));

const said = <T>(values: readonly (T | undefined)[]): readonly T[] => values.filter((one) => one !== undefined);
