import type { DatabasePlace } from "./destination.js";
import { ChangedMeanwhile, type Plane } from "./plane.js";
import { liveRights, rightsVersion } from "./rights.js";
import type { RightsKeeper } from "./rights-keeper.js";
import type { Step } from "./step.js";
import type { Live, Wanted } from "./thing.js";
import { told } from "./told.js";

/**
 * The rights that the project's principals have where its connections are. Each place is one thing: what is read of it is what would be
 * changed there, and what is done is the emitted script.
 */
export class RightsPlane implements Plane {
  constructor(
    private readonly places: readonly DatabasePlace[],
    private readonly wanted: readonly Wanted[],
    private readonly keeperOf: (place: DatabasePlace) => RightsKeeper,
  ) {}

  /** Of those that something is to be granted in; what others hold is asked of none. */
  async read(): Promise<readonly Live[]> {
    const asked = this.places.flatMap((place) => {
      const wanted = this.wantedIn(place);
      return wanted === undefined ? [] : [this.liveOf(place, wanted)];
    });
    return Promise.all(asked);
  }

  async readAgain({ name }: Step): Promise<Live | undefined> {
    const place = this.placeOf(name);
    const wanted = this.wantedIn(place);
    return wanted && this.liveOf(place, wanted);
  }

  async carryOut({ id, name, thing, value, before }: Step): Promise<void> {
    const keeper = this.keeperOf(this.placeOf(name));
    if (value === undefined) throw new Error(`${id} has nothing to bring there`);
    const brought = keeper.opened(async (session) => {
      if (rightsVersion(await session.differences(value)) !== before) throw new ChangedMeanwhile(thing);
      await session.bring(value);
    });
    await told(keeper.where, brought);
  }

  private wantedIn({ connection }: DatabasePlace): Wanted | undefined {
    return this.wanted.find(({ kind, name }) => kind.name === "rights" && name === connection);
  }

  private placeOf(name: string): DatabasePlace {
    const place = this.places.find(({ connection }) => connection === name);
    if (place === undefined) throw new Error(`The environment has no database ${name}`);
    return place;
  }

  private async liveOf(place: DatabasePlace, wanted: Wanted): Promise<Live> {
    const { where, opened } = this.keeperOf(place);
    const rows = await told(
      where,
      opened((session) => session.differences(wanted.value)),
    );
    return liveRights(wanted, rows);
  }
}
