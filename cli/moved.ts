import type { PerEnvironment } from "../compiler/ir/environment.js";
import type { ProjectIr } from "../compiler/ir/ir.js";
import { checkpointPlaces, placeOfRows } from "../compiler/ir/places.js";
import type { Query } from "../compiler/ir/query.js";
import { type ChangeClass, classOf } from "../compiler/lock/change-class.js";
import type { QueryFacts } from "../compiler/lock/next-lock.js";
import { type Consequence, consequence } from "./consequence.js";

/**
 * A query that one environment has move: the values from which its rows come there, or where they go, are others than they were, and
 * so is that environment's part of its checkpoint's path (`placeOfRows`). `sluice.lock` holds for all environments and has none of it.
 */
export interface MovedReport extends Consequence {
  readonly id: string;
  readonly environment: string;
  readonly class: ChangeClass;
  /** Accounts, containers, namespaces and servers that are others, in the order in which the query has them. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

type Project = Pick<ProjectIr, "jobs" | "lake" | "environments">;

/** @param changed queries that open a new checkpoint in every environment, which says all there is to say */
export function moved(
  before: Project,
  now: Project,
  queries: readonly QueryFacts[],
  changed: ReadonlySet<string>,
): readonly MovedReport[] {
  const was = new Map(queriesOf(before).map((query) => [query.id, query]));
  const kinds = new Map(queries.map(({ id, kind }) => [id, kind]));
  const known = new Set(before.environments.filter(hasPlaces).map(({ name }) => name));
  const environments = now.environments.filter(hasPlaces).filter(({ name }) => known.has(name));
  return queriesOf(now).flatMap((query) => {
    const [old, kind] = [was.get(query.id), kinds.get(query.id)];
    if (old === undefined || kind === undefined || changed.has(query.id)) return [];
    return environments.flatMap(({ name: environment }) => {
      const [from, to] = [checkpointPlaces(before.lake, old), checkpointPlaces(now.lake, query)];
      if (placeOfRows(from, environment) === placeOfRows(to, environment)) return [];
      const lakes = [before, now].map(({ lake }) => valuesIn([lake.account, lake.container], environment).join("/"));
      // In another lake there is neither a table nor a checkpoint of it.
      const isNewLake = lakes[0] !== lakes[1];
      const { again, doubles, waits } = consequence(query, { clears: isNewLake, clauses: [], goesOn: false });
      const [had, has] = [valuesIn(from, environment), valuesIn(to, environment)];
      return {
        ...{ id: query.id, environment, class: classOf(kind, { clears: isNewLake, goesOn: false }) },
        ...othersOf(had, has),
        ...{ waits: waits.length > 0 ? [waitsForConsent] : [], removed: [], again, doubles },
      };
    });
  });
}

/** Of a machine that stands in for Azure everything is in one place. */
const hasPlaces = ({ kind }: Project["environments"][number]): boolean => kind === "azure";

const queriesOf = ({ jobs }: Project): readonly Query[] => jobs.flatMap(({ queries }) => queries);

const valuesIn = (places: readonly PerEnvironment[], environment: string): readonly string[] =>
  places.map((values) => values.get(environment) ?? "");

/** Those that are others, each once. Two that are swapped are there before and after: what counts is where each stands. */
function othersOf(had: readonly string[], has: readonly string[]): Pick<MovedReport, "before" | "after"> {
  const others = (values: readonly string[]) => [...new Set(values.filter((_, at) => had[at] !== has[at]))];
  return { before: others(had), after: others(has) };
}

const waitsForConsent =
  "where its table holds rows of the other place it does not start there, until `backfill` is raised";

/** In lines, as other changes are told. */
export const movedLines = (report: MovedReport): readonly string[] => [
  `${report.id}, in ${report.environment}: ${report.class}`,
  `  because of its place there: ${report.before.join(", ")} -> ${report.after.join(", ")}`,
  "    the same offsets, versions and names mean other rows at another place",
  ...[...report.waits, ...report.again, ...report.doubles].map((line) => `  ${line}`),
];
