import type { LinkedInput, LinkedSource } from "../model/linked.js";
import type { Identities } from "./identities.js";
import { checkpointOf } from "./lower-checkpoint.js";
import { idOf, referenceOf } from "./lower-tables.js";
import type { QueryBase } from "./query.js";
import type { SourceNames } from "./source.js";

/** What the query of any table has, whatever it does. */
export function tableQuery(linked: LinkedInput, identities: Identities): QueryBase {
  const { table, pipeline } = linked;
  return {
    ...checkpointOf(idOf(pipeline, table), identities.lock),
    reference: referenceOf(table),
    origin: table.origin,
    description: table.description,
    trigger: table.trigger,
    places: identities.places.of(linked),
  };
}

/** How a source is told from others, and by what name the job of its reader's pipeline knows it. */
export const sourceNames = ({ pipeline, source }: LinkedSource, reader: string): SourceNames => ({
  id: `${pipeline}/sources.${source.name}`,
  name: pipeline === reader ? source.name : `${pipeline.replaceAll("-", "_")}__${source.name}`,
});
