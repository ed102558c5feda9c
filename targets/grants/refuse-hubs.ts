import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import type { EventHubsAccessIr } from "../../compiler/ir/entra-access.js";
import { azureDiagnostics } from "./azure-diagnostics.js";
import { hubNeeds, isRole } from "./privileges.js";

/** What nobody can be let do with a hub. */
export const refusedHubs = ({ grants }: EventHubsAccessIr): readonly Diagnostic[] =>
  grants.flatMap(({ hub: { written: hub }, privileges }) =>
    privileges.flatMap(({ privilege, hasColumns, origin }) => {
      const needed = hubNeeds(privilege);
      if (!isRole(needed)) return [azureDiagnostics.notOfHub.at(origin, { privilege, hub, ...needed })];
      return hasColumns ? [azureDiagnostics.columnsOfHub.at(origin, { privilege, hub })] : [];
    }),
  );
