import { type QueryKind, writeOf } from "../compiler/lock/query-kind.js";
import type { Consequence } from "./consequence.js";

/** What it means that a query opens again a checkpoint that it had before, though one of another generation, `ran`, has run since. */
export function openedAgain(kind: QueryKind, ran: number): Consequence {
  const nothing: Consequence = { waits: [], removed: [], again: [], doubles: [] };
  switch (writeOf[kind]) {
    case "append":
    case "merge":
      return {
        ...nothing,
        waits: [`where generation ${ran} has written rows it does not start, until \`backfill\` is raised`],
        again: [`where it has not, all that has come since it stopped is read`],
      };
    case "replace":
      return {
        ...nothing,
        again: ["its table is computed anew and swapped, once what it reads has changed since it stopped"],
      };
    case "upsert":
      return {
        ...nothing,
        again: ["documents of all that has come since it stopped are upserted again, by their ids"],
        doubles: [`documents that only generation ${ran} has made stay`],
      };
    case "send":
      return {
        ...nothing,
        again: ["events of all that has come since it stopped are sent again"],
        doubles: [`events that generation ${ran} has sent come twice; readers know repeats by event_id`],
      };
    case "folder":
      return {
        ...nothing,
        again: ["all that has come since it stopped is written again, to its earlier folder"],
        doubles: [`files of generation ${ran} stay in their folders`],
      };
  }
}

/**
 * The same where generation `ran` is one that it goes on from, as its notebook decides by who has made the latest batch: it goes on with
 * its own checkpoint, or has that begun again where the other one stopped (`go_on` of targets/spark/runtime/hand_over.py). Nothing is read twice.
 */
export const goneOnAgain = (ran: number): Consequence => ({
  waits: [
    `where generation ${ran} has made a batch since it had begun one of its own, it does not start, until \`backfill\` is raised`,
  ],
  removed: [],
  again: [],
  doubles: [],
});

/** The same of a checkpoint that a clean-up has deleted: where the query has recorded batches it is stopped, as Spark would number them anew. */
export const goneBefore: Consequence = {
  waits: [
    "that checkpoint is gone, as a clean-up has deleted it: where the query has recorded a batch with it, it does not start, until `backfill` is raised of the table, or of the one that a sink reads",
  ],
  removed: [],
  again: [],
  doubles: [],
};

export const goneLoses = "the earlier checkpoint that they name is gone, as a clean-up has deleted it";
