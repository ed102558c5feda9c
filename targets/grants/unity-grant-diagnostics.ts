import { defineDiagnostics } from "../../compiler/diagnostics/diagnostic.js";
import type { UnityType } from "../../compiler/ir/unity-access.js";

const own = {
  table: "MODIFY lets one add, change and delete rows and change the table's columns, and takes SELECT",
  volume: "WRITE VOLUME lets one add, change and delete files, and takes READ VOLUME",
  view: "a view is not written",
} as const satisfies Readonly<Record<UnityType, string>>;

/** What Unity Catalog cannot let a principal do: the reason, and the way out. */
export const unityGrantDiagnostics = defineDiagnostics("unity-rights", {
  onlyTogether: {
    severity: "error",
    message: (p: { privilege: string; object: string; type: UnityType; missing: readonly string[] }) =>
      `'${p.privilege}' cannot be granted on '${p.object}' without '${p.missing.join("', '")}': in Unity Catalog ${own[p.type]}. Grant these as well, or give ${p.type === "volume" ? "a volume" : "a table"} of its own, which a pipeline reads and appends from.`,
    explanation:
      "Unity Catalog has one right to change data, and none that only appends; it is of use to who may read too. INSERT, UPDATE and DELETE as rights of their own are a beta of the vendor's, and are not granted. https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/access-control/privileges-reference#modify",
  },
  changesOfView: {
    severity: "error",
    message: (p: { privilege: string; object: string }) =>
      `'${p.privilege}' cannot be granted on '${p.object}': a view is only read. Grant it on the table that the view shows.`,
    explanation:
      "A view of Unity Catalog is read-only. https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/securable-objects",
  },
  notInUnity: {
    severity: "error",
    message: (p: { privilege: string; object: string; because: string; instead: string; link: string }) =>
      `'${p.privilege}' cannot be granted on '${p.object}': ${p.because}. Instead, ${p.instead}. ${p.link}`,
    explanation: "Unity Catalog has no such right.",
  },
  columnsOfObject: {
    severity: "error",
    message: (p: { privilege: string; object: string }) =>
      `Columns of '${p.object}' cannot be granted: rights of Unity Catalog are on whole tables. ${p.privilege === "select" ? "Make a view of these columns, write it under 'objects' with 'type: view', and grant 'select' on it" : `Grant '${p.privilege}' without columns`}.`,
    explanation:
      "A right is on a table, a view or more. What is in a column can be hidden from some by a view or by a column mask of the table, which its owner sets. https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/filters-and-masks/",
  },
});
