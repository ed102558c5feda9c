import type { Origin } from "../source/origin.js";
import type { TopicEventSpec } from "../spec/spec.generated.js";
import type { TopicTrigger } from "./pipeline-trigger.js";
import type { Placeholders } from "./placeholders.js";

export function topicTrigger(
  name: string,
  spec: TopicEventSpec,
  origin: Origin,
  placeholders: Placeholders,
): TopicTrigger {
  const { topic, type, subject, resource_group: group, subscription } = spec;
  const at = origin.child("on_event");
  return {
    kind: "on-event",
    origin,
    name,
    topic: placeholders.eventTopic(topic, at.child("topic")),
    types: typeof type === "string" ? [type] : type,
    subject,
    resourceGroup: group === undefined ? undefined : placeholders.resource(group, at.child("resource_group")),
    subscription:
      subscription === undefined ? undefined : placeholders.resource(subscription, at.child("subscription")),
  };
}
