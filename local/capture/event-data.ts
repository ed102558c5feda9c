import type avro from "avsc";
import type { IHeaders, KafkaMessage } from "kafkajs";

/** A value of a property map, in the wrapped form that avsc gives to members of a union. */
export type Property =
  | { readonly long: number }
  | { readonly double: number }
  | { readonly string: string }
  | { readonly bytes: Buffer };

/** One captured event, with the names that Event Hubs Capture gives its fields. */
export interface EventData {
  readonly SequenceNumber: number;
  readonly Offset: string;
  readonly EnqueuedTimeUtc: string;
  readonly SystemProperties: Readonly<Record<string, Property>>;
  readonly Properties: Readonly<Record<string, Property>>;
  readonly Body: Buffer | null;
}

const property: avro.Schema = { type: "map", values: ["long", "double", "string", "bytes"] };

/** https://learn.microsoft.com/azure/event-hubs/explore-captured-avro-files */
export const eventDataSchema: avro.Schema = {
  type: "record",
  name: "EventData",
  namespace: "Microsoft.ServiceBus.Messaging",
  fields: [
    { name: "SequenceNumber", type: "long" },
    { name: "Offset", type: "string" },
    { name: "EnqueuedTimeUtc", type: "string" },
    { name: "SystemProperties", type: property },
    { name: "Properties", type: property },
    { name: "Body", type: ["null", "bytes"] },
  ],
};

/** The event that Capture would write for a message: what it has been given is in its properties. */
export function eventDataOf(message: KafkaMessage): EventData {
  const enqueued = Number(message.timestamp);
  const key =
    message.key === null
      ? {}
      : { "x-opt-kafka-key": { bytes: message.key }, "x-opt-partition-key": { string: message.key.toString("utf8") } };
  return {
    SequenceNumber: Number(message.offset),
    Offset: message.offset,
    EnqueuedTimeUtc: usTime(enqueued),
    SystemProperties: {
      "x-opt-sequence-number": { long: Number(message.offset) },
      "x-opt-offset": { string: message.offset },
      "x-opt-enqueued-time": { long: enqueued },
      ...key,
    },
    Properties: propertiesOf(message.headers ?? {}),
    Body: message.value,
  };
}

/** `1/5/2026 2:05:09 PM`: the service writes times the American way, without leading zeros but in minutes and seconds. */
export function usTime(milliseconds: number): string {
  const time = new Date(milliseconds);
  const hours = time.getUTCHours();
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${time.getUTCMonth() + 1}/${time.getUTCDate()}/${time.getUTCFullYear()}`;
  return `${day} ${hours % 12 || 12}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())} ${hours < 12 ? "AM" : "PM"}`;
}

function propertiesOf(headers: IHeaders): Readonly<Record<string, Property>> {
  const given = Object.entries(headers).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : [values]).slice(0, 1).map((value) => [name, value] as const),
  );
  return Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, propertyOf(Buffer.from(value))]])),
  );
}

/** Kafka's headers are bytes, the service's properties have types: the narrowest one that loses nothing. */
export function propertyOf(value: Buffer): Property {
  const text = value.toString("utf8");
  if (!Buffer.from(text).equals(value)) return { bytes: value };
  if (/^-?(0|[1-9]\d{0,14})$/.test(text)) return { long: Number(text) };
  if (/^-?(0|[1-9]\d{0,14})\.\d{1,6}$/.test(text)) return { double: Number(text) };
  return { string: text };
}
