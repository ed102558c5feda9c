/** The name of a notebook of a Synapse workspace, where names are flat: `telemetry_readings_silver_readings`; `path`: `readings/silver_readings`. */
export const synapseName = (project: string, path: string): string => `${project}_${path.replaceAll("/", "_")}`;

/** The artifact that holds it. */
export const synapseNotebook = (project: string, path: string): string =>
  `common/synapse/notebook/${synapseName(project, path)}.json`;
