import { nameHash } from "./name-hash.js";

/** Below here the files of a project's jobs stand in the lake's container. */
export const jobFiles = (project: string): string => `_jobs/${project}`;

/**
 * Where one stands; `path` is its artifact's. Its content is part of that, so that a new version never takes the place of one that an
 * application was started with: Spark may take files from where they are whenever an executor is started, and YARN then refuses one
 * that has changed (https://github.com/apache/spark/blob/master/resource-managers/yarn/src/main/scala/org/apache/spark/deploy/yarn/Client.scala).
 */
export const jobFile = (project: string, path: string, body: string): string =>
  `${jobFiles(project)}/${nameHash(body)}/${path.replace(/^.*\//, "")}`;
