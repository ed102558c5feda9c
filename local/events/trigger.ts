import type { JsonValue } from "../adf/json.js";
import { readerOf } from "../adf/reader.js";
import type { GridEvent } from "./event.js";

/** A trigger that waits for events of a topic, as it was emitted. */
export interface EventTrigger {
  readonly name: string;
  readonly pipelines: readonly string[];
  readonly events: readonly string[];
  /** The topic's id. */
  readonly scope: string;
  readonly begins: string;
  readonly ends: string;
}

/** Reads triggers of the kind CustomEventsTrigger. What cannot be done here is an error that names it. */
export function readEventTriggers(triggers: readonly JsonValue[]): readonly EventTrigger[] {
  const problems: string[] = [];
  const read = triggers.map((one) => readTrigger(one, problems));
  if (problems.length > 0)
    throw new Error(`A trigger cannot fire on this machine:\n${problems.map((one) => `  ${one}\n`).join("")}`);
  return read;
}

function readTrigger(json: JsonValue, problems: string[]): EventTrigger {
  const file = readerOf(json, "trigger", problems);
  const name = file.text("name");
  const properties = file.object("properties");
  file.done();
  properties.ignore("description", "annotations");
  properties.only("type", ["CustomEventsTrigger"]);
  properties.only("runtimeState", ["Started"]);
  const pipelines = properties.list("pipelines").map((one) => {
    const reference = one.object("pipelineReference");
    reference.only("type", ["PipelineReference"]);
    const pipeline = reference.text("referenceName");
    reference.done();
    const given = one.optionalObject("parameters");
    given?.done(); // what an event says gets into no pipeline
    one.done();
    return pipeline;
  });
  const filter = properties.object("typeProperties");
  const events = filter.value("events");
  const trigger = {
    name,
    pipelines,
    events: Array.isArray(events) ? events.map(String) : [],
    scope: filter.text("scope"),
    begins: filter.optionalText("subjectBeginsWith") ?? "",
    ends: filter.optionalText("subjectEndsWith") ?? "",
  };
  if (trigger.events.length === 0) filter.problem("'events' must be a list of at least one type of events.");
  filter.done();
  properties.done();
  return trigger;
}

/**
 * Whether a trigger fires: the event is of its topic, its type is one of the trigger's, and its subject begins and ends as it says.
 * Case does not count in types (https://learn.microsoft.com/azure/data-factory/how-to-create-custom-event-trigger). Whether it does in
 * subjects no page says; here it does, so that what fires here fires there.
 */
export function fires({ events, scope, begins, ends }: EventTrigger, event: GridEvent): boolean {
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  return (
    same(scope, event.topic) &&
    events.some((type) => same(type, event.eventType)) &&
    event.subject.startsWith(begins) &&
    event.subject.endsWith(ends)
  );
}

/** The pipelines that an event starts, one for each trigger that fires. */
export const startedBy = (triggers: readonly EventTrigger[], event: GridEvent): readonly string[] =>
  triggers.filter((trigger) => fires(trigger, event)).flatMap(({ pipelines }) => pipelines);
