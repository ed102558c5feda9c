import { batchesOf } from "../compiler/emit/batches.js";
import type { Json } from "../compiler/emit/json.js";
import type { SqlPlace } from "./destination.js";
import { ChangedMeanwhile, type Plane } from "./plane.js";
import { isJsonList, textAt, valueAt } from "./records.js";
import { liveRights, rowOf } from "./rights.js";
import { BatchFailed, type SqlError, type SqlSession } from "./sql-client.js";
import type { Step } from "./step.js";
import type { Live, Wanted } from "./thing.js";
import { told } from "./told.js";
import { whereIs } from "./where-sql.js";

/** Opens a database of a place, which may be its `master`, and closes it after `use`. */
export type OpenSql = <T>(place: SqlPlace, database: string, use: (session: SqlSession) => Promise<T>) => Promise<T>;

interface Batch {
  readonly script: string;
  readonly where: string;
  /** Among those of its script: the first is 1. */
  readonly number: number;
  /** Of the file, where it begins; undefined: it is not known. */
  readonly line: number | undefined;
  readonly text: string;
}

/**
 * Databases in which scripts are run, batch by batch, each script over a connection of its own, as people's tools run a file. What is broken
 * off in the middle is run again from its beginning by the next publishing: scripts can be.
 */
export class SqlPlane implements Plane {
  constructor(
    private readonly places: readonly SqlPlace[],
    private readonly wanted: readonly Wanted[],
    private readonly open: OpenSql,
  ) {}

  /** Of databases that can be asked it: what their script of rights would change. Nothing else that is there is read. */
  async read(): Promise<readonly Live[]> {
    return Promise.all(
      this.places.flatMap((place) => {
        const wanted = this.wantedIn(place);
        return wanted === undefined ? [] : [this.liveOf(place, wanted)];
      }),
    );
  }

  async readAgain({ name }: Step): Promise<Live | undefined> {
    const place = this.placeOf(name);
    const wanted = this.wantedIn(place);
    return wanted && this.liveOf(place, wanted);
  }

  async carryOut(step: Step): Promise<void> {
    const { id, name, thing, value, before } = step;
    const place = this.placeOf(name);
    const batches = batchesIn(value);
    if (batches.length === 0) throw new Error(`${id} has nothing to run there`);
    if (before !== undefined && (await this.readAgain(step))?.version !== before) throw new ChangedMeanwhile(thing);
    for (const script of new Set(batches.map((one) => one.script))) {
      const own = batches.filter((one) => one.script === script);
      const database = own[0]?.where === "master" ? "master" : place.database;
      await told(
        whereIs(place, database),
        this.open(place, database, (session) => inTurn(own, session)),
      );
    }
  }

  private placeOf(name: string): SqlPlace {
    const place = this.places.find(({ connection }) => connection === name);
    if (place === undefined) throw new Error(`The environment has no database ${name}`);
    return place;
  }

  private wantedIn({ connection }: SqlPlace): Wanted | undefined {
    return this.wanted.find(({ kind, name }) => kind.name === "database" && name === connection);
  }

  private async liveOf(place: SqlPlace, wanted: Wanted): Promise<Live> {
    const [query = ""] = batchesOf(textAt(wanted.value, "differences") ?? "");
    const rows = await told(
      whereIs(place, place.database),
      this.open(place, place.database, ({ run }) => run(query)),
    );
    return liveRights(wanted, rows.map(rowOf));
  }
}

const batchesIn = (value: Json | undefined): readonly Batch[] => {
  const batches = valueAt(value, "batches");
  return (isJsonList(batches) ? batches : []).map((one) => ({
    script: textAt(one, "script") ?? "",
    where: textAt(one, "where") ?? "",
    number: numberAt(one, "number") ?? 0,
    line: numberAt(one, "line"),
    text: textAt(one, "text") ?? "",
  }));
};

function numberAt(value: Json, key: string): number | undefined {
  const found = valueAt(value, key);
  return typeof found === "number" ? found : undefined;
}

/** None after one that has failed. */
async function inTurn(batches: readonly Batch[], session: SqlSession): Promise<void> {
  for (const batch of batches)
    await session.run(batch.text).catch((error: unknown) => {
      const words =
        error instanceof BatchFailed
          ? error.errors.map((one) => errorText(one, batch)).join("; ")
          : error instanceof Error
            ? error.message
            : String(error);
      throw new Error(`${batch.script}, batch ${batch.number}: ${words}`, { cause: error });
    });
}

/**
 * In the words of the vendor's tools. A line counts within the batch, and within the procedure where it is one's. Within a text that the
 * batch has run (`EXEC`) it counts from that one's beginning, which the server does not tell.
 * https://learn.microsoft.com/sql/t-sql/functions/error-line-transact-sql
 */
function errorText({ number, level, state, line, procedure, message }: SqlError, batch: Batch): string {
  const of = procedure === "" ? fileLine(line, batch) : ` of ${procedure}`;
  return `Msg ${number}, Level ${level}, State ${state}, Line ${line}${of}: ${message}`;
}

const fileLine = (line: number, { line: first }: Batch): string =>
  first === undefined || line < 1 ? "" : ` (line ${first + line - 1} of the file)`;
