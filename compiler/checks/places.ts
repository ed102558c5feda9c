import type { LinkedHubSource, LinkedSink } from "../model/linked.js";
import type { Text } from "../model/parts.js";

/** In some environment (of these, if they are given) the two have one value. */
export const isSame = (a: Text, b: Text, environments: readonly string[] = [...a.values.keys()]): boolean =>
  a.written === b.written ||
  environments.some((environment) => {
    const value = a.values.get(environment);
    return value !== undefined && value === b.values.get(environment);
  });

/** In some environment the two are, or are in, one container of one storage account. */
export const isSameContainer = (a: Container, b: Container): boolean =>
  isSame(a.account, b.account) && isSame(a.container, b.container);

interface Container {
  readonly account: Text;
  readonly container: Text;
}

/** The folders of a pattern of paths that have no `*`: all that it finds stands below. Empty: anywhere. */
export function fixedFolder(pattern: string): string {
  const folders = pattern.split("/").slice(0, -1);
  const first = folders.findIndex((folder) => folder.includes("*"));
  return folders.slice(0, first === -1 ? undefined : first).join("/");
}

/** What a sink writes to or a source reads: to compare, and in words. */
export interface Place {
  readonly kind: "container" | "folder" | "kafka" | "event-hubs";
  /** What has it: two spellings of one value are the same. */
  readonly within: readonly Text[];
  readonly path: string;
  readonly words: string;
}

export function placeOf({ to }: LinkedSink): Place {
  if (to.kind === "container") {
    const path = `${to.store.database}/${to.store.container}`;
    return { kind: to.kind, within: [to.connection.account], path, words: `the container '${path}'` };
  }
  if (to.kind === "folder") {
    const { account, container } = to.connection;
    const { folder } = to.store;
    return { kind: to.kind, within: [account, container], path: folder, words: `the folder '${folder}'` };
  }
  return hubPlace(to.connection, to.store.hub);
}

export function hubPlace(connection: LinkedHubSource["connection"], hub: string): Place {
  const { kind } = connection;
  return kind === "kafka"
    ? { kind, within: [connection.servers], path: hub, words: `the topic '${hub}'` }
    : { kind, within: [connection.namespace], path: hub, words: `the event hub '${hub}'` };
}

/** Whether what stands in one place stands in the other, in some environment. */
export const overlap = (a: Place, b: Place): boolean =>
  a.kind === b.kind && (a.kind === "folder" ? isNested(a.path, b.path) : a.path === b.path) && isWithinSame(a, b);

/** Whether two places are in one account, namespace or broker, in some environment (of these, if they are given). */
export const isWithinSame = (a: Place, b: Place, environments?: readonly string[]): boolean =>
  a.within.every((text, at) => {
    const other = b.within[at];
    return other !== undefined && isSame(text, other, environments);
  });

/** One folder stands in the other, or is it: files below another sink's folder would be read as that sink's. */
export const isNested = (a: string, b: string): boolean =>
  a === "" || `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);
