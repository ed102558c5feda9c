import type { LinkedSource, Queried } from "../model/linked.js";
import type { Identities } from "./identities.js";
import { checkpointOf } from "./lower-checkpoint.js";
import { referenceOf } from "./lower-tables.js";
import type { QueryBase } from "./query.js";
import type { SourceNames } from "./source.js";

/** What the query of any table has, whatever it does. */
export function tableQuery(linked: Queried, identities: Identities): QueryBase {
  const { table } = linked;
  return {
    ...checkpointOf(identities.ids.table(linked), identities),
    reference: referenceOf(table),
    origin: table.origin,
    description: table.description,
    trigger: table.trigger,
    places: identities.places.of(linked),
  };
}

/** How a source is told from others, and by what name the job of its reader's pipeline knows it. */
export const sourceNames = (linked: LinkedSource, reader: string, { ids }: Identities): SourceNames => {
  const { pipeline, source } = linked;
  return {
    id: ids.source(linked),
    name: pipeline === reader ? source.name : `${pipeline.replaceAll("-", "_")}__${source.name}`,
  };
};
