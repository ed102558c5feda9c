import type { Origin } from "../source/origin.js";
import type { UnityCatalogConnectionSpec } from "../spec/spec.generated.js";
import type { UnityConnection } from "./connection.js";
import type { UnityObject } from "./unity-access.js";
import type { Fill } from "./variables.js";

/** A connection to a catalog of Unity Catalog in its one form; undefined if it has an error, which was reported. */
export function unityConnection(
  name: string,
  { kind, objects, ...spec }: UnityCatalogConnectionSpec,
  origin: Origin,
  fill: Fill,
): UnityConnection | undefined {
  const workspace = fill(spec.workspace, origin.child("workspace"), "web host");
  const catalog = fill(spec.catalog, origin.child("catalog"));
  const listed = objectsOf(objects, origin.child("objects"));
  return workspace && catalog && { kind, origin, name, workspace, catalog, objects: listed };
}

/** In the order of their names. The schema sees to it that there is one `.` in each. */
const objectsOf = (spec: UnityCatalogConnectionSpec["objects"], origin: Origin): readonly UnityObject[] =>
  Object.entries(spec)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([written, { type = "table" }]) => {
      const [schema = "", name = ""] = written.split(".");
      return { origin: origin.child(written), written, schema, name: name === "*" ? undefined : name, type };
    });
