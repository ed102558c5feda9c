import type { Field } from "../expression/type.js";
import { identityOf } from "../lock/lock.js";
import type { LinkedLanded } from "../model/linked-landings.js";
import { readAt } from "./database.js";
import type { LandedIr } from "./flow.js";
import type { Identities } from "./identities.js";
import { fieldOf, pathOf, referenceOf } from "./lower-tables.js";

/** Rows that were read otherwise stand elsewhere, and have a mark of their own: what is put back as it was is read anew too. */
export function landedOf(landed: LinkedLanded, { project, ids, lock }: Identities): LandedIr {
  const { table, source } = landed;
  const id = ids.table(landed);
  const locked = lock.get(id);
  if (locked === undefined) throw new Error(`the lock has no ${id}`);
  const identity = identityOf(locked);
  return {
    reference: referenceOf(table),
    id: `${project}/${id}/${identity}`,
    path: source.kind === "loads" ? source.source.folder : `${pathOf(table)}/${identity}`,
    format: table.format,
    within: source.kind === "http" ? source.source.rows : [],
    of: source.kind !== "loads" ? "landings" : source.connection ? "called-loads" : "loads",
    columns: [...source.columns.map(fieldOf), ...(hasReadAt(landed) ? [readAt] : [])].sort(byName),
  };
}

/** Lines of JSON are landed as they are, and nothing is put beside them. */
const hasReadAt = ({ table, source }: LinkedLanded): boolean =>
  source.reading.kind === "full" && table.format !== "json";

const byName = (a: Field, b: Field): number => (a.name < b.name ? -1 : 1);
