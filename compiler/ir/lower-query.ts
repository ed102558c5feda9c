import type { Lock } from "../lock/lock.js";
import type { LinkedInput, LinkedSource } from "../model/linked.js";
import { checkpointOf } from "./lower-checkpoint.js";
import { idOf, referenceOf } from "./lower-tables.js";
import { placesOf } from "./places.js";
import type { QueryBase } from "./query.js";
import type { HubIr } from "./source.js";

/** What the query of any table has, whatever it does. */
export function tableQuery(linked: LinkedInput, lock: Lock): QueryBase {
  const { table, pipeline } = linked;
  return {
    ...checkpointOf(idOf(pipeline, table), lock),
    reference: referenceOf(table),
    origin: table.origin,
    description: table.description,
    trigger: table.trigger,
    places: placesOf(linked),
  };
}

/** How a source is told from others, and by what name the job of its reader's pipeline knows it. */
export const sourceNames = ({ pipeline, source }: LinkedSource, reader: string): Pick<HubIr, "id" | "name"> => ({
  id: `${pipeline}/sources.${source.name}`,
  name: pipeline === reader ? source.name : `${pipeline.replaceAll("-", "_")}__${source.name}`,
});
