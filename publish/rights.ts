import type { Json } from "../compiler/emit/json.js";
import type { Change } from "./change.js";
import { comparable } from "./comparable.js";
import { type Destination, declaredAs, placeAddress } from "./destination.js";
import { kinds } from "./kinds.js";
import type { Obstacle, Plan } from "./plan.js";
import { hashOf, isJsonList, isSame, textAt, valueAt } from "./records.js";
import { begunOf, publishedOf, type State } from "./state.js";
import type { Step } from "./step.js";
import type { Live, Wanted } from "./thing.js";

/** What a script of rights would do, as a place of rights tells it. */
export interface RightsRow {
  /**
   * `stop`: nothing would be changed, for this reason. `keep`: done after what is changed, and again if that was broken off, as it cannot
   * be seen whether it was. `hand`: left to people after what is changed.
   */
  readonly action: "stop" | "make" | "replace" | "revoke" | "grant" | "keep" | "hand";
  /** The role; undefined: it is about nobody. */
  readonly grantee: string | undefined;
  /** `SELECT (order_id)`; of a role that is made `ROLE`, of a view that its owner makes or makes anew `VIEW`; why it would stop; what is done to keep it; or what people have to do. */
  readonly privilege: string;
  /** `TABLE public.orders`; undefined: it is about the role itself. */
  readonly object: string | undefined;
}

const actions: readonly RightsRow["action"][] = ["stop", "make", "replace", "revoke", "grant", "keep", "hand"];

/** As a client of the database has the row. */
export function rowOf([, action, grantee, privilege, object]: readonly unknown[]): RightsRow {
  const known = actions.find((one) => one === action);
  if (known === undefined || typeof privilege !== "string")
    throw new Error("The query of rights tells something unknown");
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  return { action: known, grantee: text(grantee), privilege, object: text(object) };
}

export const rowsValue = (rows: readonly RightsRow[]): Json =>
  rows.map(({ action, grantee, privilege, object }) => ({
    action,
    grantee: grantee ?? null,
    privilege,
    object: object ?? null,
  }));

/** Another one when any of what would be changed is another. */
export const rightsVersion = (rows: readonly RightsRow[]): string => hashOf(rowsValue(rows));

/** What would be changed, as what is there. */
export const liveRights = ({ id, kind, name }: Wanted, rows: readonly RightsRow[]): Live => ({
  ...{ id, kind, name, value: rowsValue(rows), version: rightsVersion(rows) },
  ...{ state: undefined, isMarked: false, address: undefined },
});

const rowsOf = (value: Json | undefined): readonly RightsRow[] =>
  (isJsonList(value) ? value : []).map((row) =>
    rowOf([0, textAt(row, "action"), textAt(row, "grantee"), textAt(row, "privilege"), textAt(row, "object")]),
  );

/** What the script changes, each right as a field. */
export function changesOfRights(wanted: Wanted, { value }: Live, state: State): readonly Change[] {
  const published = publishedOf(state, wanted.id);
  const isAsPublished = published.some((one) => isSame(one, comparable(wanted.kind, wanted.value)));
  const because = published.length === 0 ? "unknown" : isAsPublished ? "drift" : "sources";
  const rows = rowsOf(value);
  const changed = rows.filter(({ action }) => isChange(action));
  const isOpen = changed.length > 0 || begunOf(state.begun, wanted.id).length > 0;
  return [...changed, ...(isOpen ? rows.filter(({ action }) => action === "keep") : [])].map((row) =>
    changeOf(row, because),
  );
}

/** What a script of rights changes, for a reason that is known. */
export const changesOfRows = ({ value }: Live, because: Change["because"]): readonly Change[] =>
  rowsOf(value)
    .filter(({ action }) => action === "make" || action === "revoke" || action === "grant")
    .map((row) => changeOf(row, because));

const changeOf = (row: RightsRow, because: Change["because"]): Change => ({
  path: [row.grantee, row.privilege, row.object].filter((word) => word !== undefined).join(" | "),
  ...newly[row.action],
  because,
});

const isChange = (action: RightsRow["action"]): boolean =>
  action === "make" || action === "replace" || action === "revoke" || action === "grant";

const newly: Readonly<Record<RightsRow["action"], Pick<Change, "old" | "new">>> = {
  revoke: { old: "granted", new: undefined },
  grant: { old: undefined, new: "granted" },
  make: { old: undefined, new: "made" },
  replace: { old: "as it was", new: "as declared" },
  keep: { old: undefined, new: "done" },
  stop: { old: undefined, new: undefined },
  hand: { old: undefined, new: undefined },
};

/** Rights that somebody holds and that are not declared; and views that show other rows than before. */
export function rightsLost(changes: readonly Change[]): string | undefined {
  const lost = changes.filter((change) => change.old !== undefined).map(({ path }) => path.replaceAll(" | ", " "));
  if (lost.length === 0) return undefined;
  const more = lost.length > 5 ? ` and ${lost.length - 5} more` : "";
  return `rights that principals hold: ${lost.slice(0, 5).join(", ")}${more}`;
}

/**
 * What was granted, or may have been by a publishing that was broken off, and is not spoken of any more, by where it is: nobody knows
 * what to revoke there.
 */
export function rightsLeft(wanted: readonly Wanted[], state: State): Plan["rightsLeft"] {
  const things = Object.keys({ ...state.published, ...state.begun?.things });
  return things
    .filter((thing) => thing.startsWith(`${kinds.rights.name}/`))
    .flatMap((thing) => {
      const now = textAt(wanted.find(({ id }) => id === thing)?.value, "at");
      const places = publishedOf(state, thing).flatMap((value) => {
        const [where, on] = [textAt(value, "at"), valueAt(value, "on")];
        return where !== undefined && where !== now && isJsonList(on) && on.length > 0 ? [where] : [];
      });
      return [...new Set(places)].map((where) => ({ thing, where }));
    });
}

/** A release has what was granted at another place, which says nothing of what is granted here. */
export function rightsElsewhere(wanted: readonly Wanted[], { databases }: Destination): readonly Obstacle[] {
  const places = new Map(databases.map((place) => [place.connection, placeAddress(place)]));
  return wanted
    .filter(({ kind }) => kind.name === "rights")
    .flatMap(({ id, name, value }) => {
      const [at, now] = [textAt(value, "at"), places.get(name)];
      if (at === now) return [];
      return [{ thing: id, message: `was granted in ${at}, and ${declaredAs(name)} is ${now ?? "not declared"} now` }];
    });
}

/** What people have to do where steps change rights. */
export const rightsByHand = (
  live: readonly Live[],
  steps: readonly Step[],
  wanted: readonly Wanted[],
): Plan["rightsByHand"] =>
  live
    .filter(({ id, kind }) => kind.name === "rights" && steps.some(({ thing }) => thing === id))
    .flatMap(({ id, value }) =>
      rowsOf(value)
        .filter(({ action }) => action === "hand")
        .map(({ privilege: task }) => ({
          thing: id,
          where: textAt(wanted.find((one) => one.id === id)?.value, "at") ?? "",
          task,
        })),
    );

/** What the script would stop for. */
export const stopsOfRights = ({ id, value }: Live): readonly Obstacle[] =>
  rowsOf(value)
    .filter(({ action }) => action === "stop")
    .map(({ grantee, privilege, object }) => {
      const about = [grantee, object].filter((word) => word !== undefined).join(", ");
      return { thing: id, message: `cannot be changed: ${about === "" ? "" : `${about} `}${privilege}` };
    });
