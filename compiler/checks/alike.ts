import type { DatabaseConnection, EventHubsConnection, KafkaConnection } from "../model/connection.js";
import type { Text } from "../model/parts.js";

export const alike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** As written, or by its value in some environment, whatever the case of its letters. */
export const isSameWord = (one: Text, other: Text): boolean =>
  alike(one.written, other.written) ||
  [...one.values].some(([environment, value]) => alike(value, other.values.get(environment) ?? ""));

/** Whether two connections lead to one database, in some environment. */
export const isSameDatabase = (one: DatabaseConnection, other: DatabaseConnection): boolean =>
  (one.kind === "postgres") === (other.kind === "postgres") &&
  isSameWord(one.server, other.server) &&
  isSameWord(one.database, other.database);

/**
 * Whether two connections lead to one broker, in some environment. A namespace of Event Hubs is one to clients of Kafka, and its hubs are topics:
 * https://learn.microsoft.com/azure/event-hubs/azure-event-hubs-apache-kafka-overview
 */
export const isSameBroker = (one: Broker, other: Broker): boolean =>
  haveCommon(hostsOf(one, one.written), hostsOf(other, other.written)) ||
  [...one.values].some(([environment, value]) =>
    haveCommon(hostsOf(one, value), hostsOf(other, other.values.get(environment) ?? "")),
  );

export interface Broker extends Pick<Text, "written" | "values"> {
  readonly kind: "event-hubs" | "kafka";
}

export const brokerOf = (connection: EventHubsConnection | KafkaConnection): Broker => {
  const { written, values } = connection.kind === "kafka" ? connection.servers : connection.namespace;
  return { kind: connection.kind, written, values };
};

const hostsOf = ({ kind }: Broker, value: string): readonly string[] =>
  value === ""
    ? []
    : kind === "event-hubs"
      ? [`${value.toLowerCase()}.servicebus.windows.net`]
      : value
          .toLowerCase()
          .split(",")
          .map((server) => server.trim().replace(/:[0-9]+$/, ""));

const haveCommon = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));

/** Whether two names in a database are one: T-SQL finds them whatever the case of their letters. */
export const isSameName = ({ kind }: Pick<DatabaseConnection, "kind">, one: string, other: string): boolean =>
  kind === "postgres" ? one === other : alike(one, other);

/**
 * Whether two patterns of paths can find one file, or one folder. What stands for a part of the time, `{yyyy}`, stands for
 * anything here, as `*` does within a name. `isOfFolders`: what the shorter finds may be a folder with what the other finds.
 */
export function findOne(one: string, other: string, isOfFolders: boolean): boolean {
  const [a, b] = [namesOf(one), namesOf(other)];
  const count = Math.min(a.length, b.length);
  return (isOfFolders || a.length === b.length) && a.slice(0, count).every((name, at) => canMeet(name, b[at] ?? ""));
}

const namesOf = (path: string): readonly string[] => path.replaceAll(/\{[a-zA-Z]+\}/g, "*").split("/");

/** Whether some name is of both patterns: `meets[i][j]`, whether some is of what the first begins with, `i` long, and the other, `j`. */
function canMeet(one: string, other: string): boolean {
  const meets: boolean[][] = [];
  for (let i = 0; i <= one.length; i += 1) {
    const row: boolean[] = [];
    meets.push(row);
    for (let j = 0; j <= other.length; j += 1) {
      const [above, before] = [meets[i - 1]?.[j] === true, row[j - 1] === true];
      const [a, b] = [one[i - 1], other[j - 1]];
      row.push(
        (i === 0 && j === 0) ||
          ((a === "*" || b === "*") && (above || before)) ||
          (a !== undefined && a === b && meets[i - 1]?.[j - 1] === true),
      );
    }
  }
  return meets.at(-1)?.at(-1) === true;
}
