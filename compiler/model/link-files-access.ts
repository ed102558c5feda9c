import type { Report } from "../diagnostics/report.js";
import { declaredIn, foundIn } from "./added-grants.js";
import { entraDiagnostics } from "./entra-diagnostics.js";
import { entraPrincipals, unknownThere } from "./entra-principals.js";
import type { Grant } from "./grant.js";
import type { FilesObject, FoundGrant } from "./granted-object.js";
import type { LinkedLookup } from "./linked.js";
import type { FilesAccess } from "./linked-access.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";

/** The stored table that a reference in a pipeline is about; undefined if there is none, which was reported. */
export type TableAt = (from: Named, pipeline: string) => LinkedLookup | undefined;

/** `silver.users`, `shop/gold.sales`: what tables read, too. */
export const isTable = ({ name }: Named): boolean => /^(?:[^/.]+\/)?(?:sources|bronze|silver|gold|sinks)\./.test(name);

/** The files of the table that a grant names; undefined after an error. */
export function filesObject(grant: Grant, tableAt: TableAt, report: Report): FilesObject | undefined {
  const { object, privileges, files } = grant;
  const table = tableAt(object, grant.pipeline);
  if (files === undefined && table !== undefined) {
    const words = privileges.map(({ privilege }) => privilege);
    report.add(entraDiagnostics.filesNotSaid.at(object.origin, { table: object.name, privileges: words }));
  }
  return files && table && { engine: "lake", table };
}

/** Who may do what with files of the lake, of all that is granted; none where nobody has an object id. */
export function linkFilesAccess(all: readonly FoundGrant[], project: Project, report: Report): readonly FilesAccess[] {
  const found = foundIn("lake", all);
  unknownThere(found, report);
  const principals = entraPrincipals(project);
  if (project.lake === undefined || principals.length === 0) return [];
  const tables = [...new Set(found.map(({ object }) => object.table))];
  // What a role lets somebody do on all of the container no list takes back, so that nothing is brought there.
  const whole = new Set(foundIn("lake-roles", all).map(({ principal }) => principal.name));
  const listed = principals.filter(({ name }) => !whole.has(name));
  const declaredTo = declaredIn(found, ({ table }) => table);
  const grants = listed.flatMap((principal) =>
    tables.flatMap((table) => {
      const declared = declaredTo(principal, table);
      return declared.length === 0 ? [] : [{ principal, table, declared }];
    }),
  );
  const origin = project.origin.child("principals");
  const count = new Set(grants.map(({ principal }) => principal)).size;
  if (count > mostOfList) report.add(entraDiagnostics.tooManyOfFolder.at(origin.key(), { count, most: mostOfList }));
  return [{ engine: "lake", origin, principals: listed, grants }];
}

/** https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control#what-are-the-limits-for-azure-role-assignments-and-acl-entries */
const mostOfList = 28;
