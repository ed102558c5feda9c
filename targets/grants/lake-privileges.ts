import type { Privilege } from "../../compiler/ir/access.js";
import type { Refused } from "./event-hubs-privileges.js";

/** What it takes in access lists that a principal may do something with the files of a table. */
export interface FileRights {
  /** On the table's folder and all in it; and in its default list, which new children get. */
  readonly rights: "r-x" | "rwx";
  /** The vendor's own word. */
  readonly link: string;
}

const scenarios =
  "https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control#common-scenarios-related-to-acl-permissions";

/**
 * A table is a folder of files, those of its log among them: who reads it lists the folder and reads all of its files. Whoever writes a
 * table of Delta adds files to its log, which says what else is added and removed; and what lets make a file lets remove one, so that
 * no list can let do one of them alone. Beside it whoever may do anything needs `--x` on each folder on the way, from the container's
 * root. https://github.com/delta-io/delta/blob/master/PROTOCOL.md#delta-log-entries
 */
export const fileNeeds: Readonly<Record<Privilege, FileRights | Refused>> = {
  select: { rights: "r-x", link: scenarios },
  insert: { rights: "rwx", link: scenarios },
  update: { rights: "rwx", link: scenarios },
  delete: { rights: "rwx", link: scenarios },
  truncate: {
    because: "a table of Delta is emptied by an entry in its log, as rows are deleted",
    instead: "grant all of select, insert, update and delete",
    link: "https://docs.delta.io/latest/delta-update.html",
  },
};

/** What only goes together. */
export const whole: readonly Privilege[] = ["select", "insert", "update", "delete"];

export const isFileRights = (needed: FileRights | Refused): needed is FileRights => "rights" in needed;
