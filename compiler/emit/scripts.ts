/** The pipeline that runs the scripts of a connection's databases when a project is published. */
export const scriptsPipeline = (project: string, connection: string): string => `${project}_${connection}_scripts`;
