import type { JsonObject, JsonValue } from "../adf/json.js";
import { isObject } from "../adf/reader.js";

/** An event in Event Grid's own schema: https://learn.microsoft.com/azure/event-grid/event-schema#event-properties */
export interface GridEvent {
  readonly id: string;
  readonly eventType: string;
  readonly subject: string;
  readonly eventTime: string;
  readonly data: JsonValue;
  readonly dataVersion: string;
  /** The resource that it was sent to; the service fills it in. */
  readonly topic: string;
  readonly metadataVersion: "1";
}

/** The most that one post may have, and each event of it, in bytes. */
const longest = 1024 * 1024;

/** Why a post is refused, in the service's numbers. */
export interface Refused {
  readonly status: 400 | 413;
  readonly message: string;
}

/** The events of a post's body. */
export function eventsOf(body: Buffer, topic: string): readonly GridEvent[] | Refused {
  if (body.length > longest) return { status: 413, message: "The array of events exceeds 1 MB." };
  const read = parsed(body);
  if (!Array.isArray(read)) return { status: 400, message: "An array of events in the Event Grid schema is expected." };
  const events: GridEvent[] = [];
  for (const one of read) {
    const event = isObject(one) ? eventOf(one, topic) : undefined;
    if (event === undefined)
      return {
        status: 400,
        message:
          "An event has 'id', 'eventType', 'subject' and 'eventTime' (a moment of ISO 8601) as texts, and no 'topic' but this.",
      };
    events.push(event);
  }
  return events;
}

function eventOf(json: JsonObject, topic: string): GridEvent | undefined {
  const { id, eventType, subject, eventTime, dataVersion = "", metadataVersion = "1" } = json;
  const texts = [id, eventType, subject, eventTime, dataVersion];
  if (!isText(id) || !isText(eventType) || !isText(subject) || !isText(eventTime) || !isText(dataVersion))
    return undefined;
  if (texts.slice(0, 4).includes("") || !isMoment(eventTime) || metadataVersion !== "1") return undefined;
  if (json["topic"] !== undefined && json["topic"] !== topic) return undefined;
  return { id, eventType, subject, eventTime, data: json["data"] ?? null, dataVersion, topic, metadataVersion };
}

const isText = (value: JsonValue | undefined): value is string => typeof value === "string";

const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text));

function parsed(body: Buffer): JsonValue | undefined {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
