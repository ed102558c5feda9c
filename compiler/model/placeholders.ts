import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import { modelDiagnostics } from "./diagnostics.js";
import { type Duration, duration } from "./duration.js";
import type { Environment, SparkService } from "./model.js";
import type { Varied } from "./parts.js";
import { type Poisoned, poisoned } from "./poisoned.js";
import type { Place, Variables } from "./variables.js";

/** What values may stand at a place beyond what their variable's type says. */
interface Limit {
  readonly words: string;
  readonly allows: (value: string) => boolean;
}

const anything: Limit = { words: "", allows: () => true };

const name: Limit = {
  words: "a name of letters, digits, '_' and '-' that begins with a letter",
  allows: (value) => /^[A-Za-z][A-Za-z0-9_-]{0,79}$/.test(value),
};

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsofteventgrid */
const eventTopic: Limit = {
  words: "the name of a topic: 3 to 50 letters, digits and '-'",
  allows: (value) => /^[A-Za-z0-9-]{3,50}$/.test(value),
};

const between = (first: number, last: number): Limit => ({
  words: `a whole number from ${first} to ${last}`,
  allows: (value) => Number(value) >= first && Number(value) <= last,
});

const rhythm: Limit = {
  words: "seconds, minutes or hours",
  allows: (value) => /^\d+ (second|minute|hour)s?$/.test(value),
};

const captureRhythm: Limit = {
  words: "'1 minute' to '15 minutes'",
  allows: (value) => /^([1-9]|1[0-5]) minutes?$/.test(value),
};

/**
 * Fills the placeholders of one thing: a table, a source, a sink. Where one has an error, that was reported, and the whole
 * thing is poisoned.
 */
export class Placeholders {
  private isBroken = false;

  constructor(
    private readonly variables: Variables,
    private readonly report: Report,
  ) {}

  /** The thing, or its marker. */
  whole<T extends { readonly origin: Origin }>(thing: T): T | Poisoned {
    return this.isBroken ? poisoned(thing.origin) : thing;
  }

  /** A name that stands in what is common to all environments. */
  name(written: string, origin: Origin): string {
    return this.common(written, origin, "name", name);
  }

  /** The same for a topic, whose name may have dots. */
  topic(written: string, origin: Origin): string {
    return this.common(written, origin, "topic", anything);
  }

  /** A duration that stands in what is common to all environments. */
  duration(written: string, origin: Origin): Duration {
    return duration(this.common(written, origin, "duration", anything));
  }

  /** A rhythm: literal, or a value of each environment. */
  trigger(written: string, origin: Origin): string | ReadonlyMap<string, string> {
    return this.isLiteral(written) ? written : this.each(written, origin, "duration", rhythm);
  }

  partitions(written: string | number, origin: Origin): Varied<number> {
    return this.numbers(written, this.each(String(written), origin, "number", between(1, 1024)));
  }

  captureMinutes(written: string, origin: Origin): Varied<number> {
    return this.numbers(written, this.each(written, origin, "duration", captureRhythm));
  }

  location(written: string, origin: Origin): ReadonlyMap<string, string> {
    return this.each(written, origin, "location", anything);
  }

  /** Name of a topic of Event Grid, which each environment of Azure has its own of. */
  eventTopic(written: string, origin: Origin): ReadonlyMap<string, string> {
    return this.resource(written, origin, eventTopic);
  }

  /** Name of a resource, a group or a subscription, which each environment of Azure has its own of. */
  resource(written: string, origin: Origin, limit = anything): ReadonlyMap<string, string> {
    return this.each(written, origin, "name", limit, this.inAzure);
  }

  /** Of the Azure environments. A notebook of Synapse holds the size of its session, so there all have the same. */
  workers(written: string | number, origin: Origin, spark: SparkService): ReadonlyMap<string, number> {
    const limit = between(0, 1000);
    const values = this.each(String(written), origin, "number", limit, this.inAzure);
    if (spark === "synapse") this.onlyOne(String(written), origin, values);
    return this.numbers(written, values).values;
  }

  private get inAzure(): readonly Environment[] {
    return this.variables.environments.filter(({ kind }) => kind === "azure");
  }

  private isLiteral(written: string): boolean {
    return !written.includes("$");
  }

  private numbers(written: string | number, values: ReadonlyMap<string, string>): Varied<number> {
    return {
      written,
      values: new Map([...values].map(([environment, value]) => [environment, Number.parseInt(value, 10)])),
    };
  }

  /** One value for all environments. */
  private common(written: string, origin: Origin, place: Place, limit: Limit): string {
    if (this.isLiteral(written)) return written;
    return this.onlyOne(written, origin, this.each(written, origin, place, limit)) ?? written;
  }

  private onlyOne(written: string, origin: Origin, values: ReadonlyMap<string, string>): string | undefined {
    const [first, ...rest] = values;
    const other = rest.find(([, value]) => value !== first?.[1]);
    if (first !== undefined && other !== undefined) {
      this.isBroken = true;
      this.report.add(modelDiagnostics.valuesDiffer.at(origin, { text: written, one: first, other }));
    }
    return first?.[1];
  }

  /** A value for each environment. */
  private each(
    written: string,
    origin: Origin,
    place: Place,
    limit: Limit,
    needing: readonly Environment[] = this.variables.environments,
  ): ReadonlyMap<string, string> {
    if (this.isLiteral(written)) return new Map(needing.map((environment) => [environment.name, written]));
    const filled = this.variables.fillEach(written, origin, place, needing);
    const values = new Map([...(filled?.values ?? [])].filter(([name]) => needing.some((one) => one.name === name)));
    const wrong = [...values].find(([, value]) => !limit.allows(value));
    if (wrong !== undefined) {
      const [environment, value] = wrong;
      this.report.add(
        modelDiagnostics.valueOutOfPlace.at(origin, { text: written, value, environment, rule: limit.words }),
      );
    }
    if (filled === undefined || wrong !== undefined) this.isBroken = true;
    return this.isBroken ? new Map() : values;
  }
}
