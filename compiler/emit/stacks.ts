/** The deployment stack that has the roles of principals at a connection, in one environment. */
export const stackName = (project: string, connection: string, environment: string): string =>
  `sluice-${project}-${connection}-${environment}`;

/** By which the roles on all of the lake are known: no connection has a name with a dash. */
export const lakeRoles = "lake-roles";
