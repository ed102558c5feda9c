import type { LakeGrantIr, LakeRolesAccessIr } from "../../compiler/ir/lake-roles-access.js";
import { changesOf } from "./file-grants.js";
import { rightsTable, whoInEntra } from "./rights.js";

/** Who may read and change all of the lake, and through which plane. */
export const explainLakeRoles = ({ principals, grants, origin }: LakeRolesAccessIr): readonly string[] =>
  rightsTable({
    of: "all of the lake",
    through: "Azure RBAC: env/<environment>/grants/lake.roles.json",
    ...{ origin, principals, grants, whoIs: whoInEntra, cellsOf },
  });

const cellsOf = ({ privileges, pipelines }: LakeGrantIr): readonly string[] => [
  "all files (what is made later too)",
  "all columns and rows of all tables, and what is set aside",
  changesOf(privileges) === "nothing" ? "nothing" : `${changesOf(privileges)}, and the container itself`,
  pipelines.join(", "),
];
